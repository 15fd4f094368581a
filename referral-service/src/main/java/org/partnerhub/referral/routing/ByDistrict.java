package org.partnerhub.referral.routing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * A place that serves districts.
 *
 * @param districts GSS codes
 * @param postcodes first halves of postcodes, where it serves a part of its district only
 */
record ByDistrict(
        RecipientId recipient,
        List<String> districts,
        @Nullable List<String> postcodes) {

    /** The only one that serves a district; where several share it, the only one that the postcode names. */
    static Optional<RecipientId> only(List<ByDistrict> places, String district, @Nullable String postcode) {
        List<ByDistrict> serving = places.stream()
                .filter(place -> place.districts().contains(district))
                .toList();
        List<ByDistrict> left = serving.size() == 1
                ? serving
                : serving.stream().filter(place -> place.names(postcode)).toList();
        return left.size() == 1 ? Optional.of(left.getFirst().recipient()) : Optional.empty();
    }

    private boolean names(@Nullable String postcode) {
        return postcodes != null
                && Areas.firstHalf(postcode).filter(postcodes::contains).isPresent();
    }
}

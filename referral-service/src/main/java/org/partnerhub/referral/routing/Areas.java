package org.partnerhub.referral.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The authorities that the hub serves. A code that is not among them is nobody's guess: a person finds out. */
public record Areas(List<Area> all) {

    public Areas {
        all = List.copyOf(all);
    }

    /**
     * One authority.
     *
     * @param authority its GSS code
     * @param districts GSS codes of its districts, which count as the authority
     * @param postcodes first halves of postcodes that lie wholly in it; one on the border stands in no list
     */
    public record Area(String authority, String name, List<String> districts, List<String> postcodes) {

        public Area {
            districts = List.copyOf(districts);
            postcodes = List.copyOf(postcodes);
        }
    }

    /** The authority that a GSS code, of itself or of a district, stands for. */
    public Optional<String> authorityOf(@Nullable String code) {
        return Stream.ofNullable(code)
                .flatMap(given -> all.stream()
                        .filter(area -> area.authority().equals(given)
                                || area.districts().contains(given)))
                .map(Area::authority)
                .findFirst();
    }

    /** The district, where the code is one of a district. */
    public Optional<String> districtOf(@Nullable String code) {
        return code != null && all.stream().anyMatch(area -> area.districts().contains(code))
                ? Optional.of(code)
                : Optional.empty();
    }

    /** The authority that a postcode hints at: never a decision, and none on the border or where the list does not know. */
    public Optional<Area> hintedBy(@Nullable String postcode) {
        return firstHalf(postcode)
                .flatMap(half -> all.stream()
                        .filter(area -> area.postcodes().contains(half))
                        .findFirst());
    }

    /** The first half of a postcode, written with or without the blank. */
    static Optional<String> firstHalf(@Nullable String postcode) {
        String written = postcode == null ? "" : postcode.replace(" ", "").toUpperCase(Locale.ROOT);
        return written.length() > 4 ? Optional.of(written.substring(0, written.length() - 3)) : Optional.empty();
    }
}

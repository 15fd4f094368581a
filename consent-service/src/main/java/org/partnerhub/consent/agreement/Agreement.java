package org.partnerhub.consent.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * An information sharing agreement with one partner.
 *
 * @param from first day in force
 * @param until last day in force
 * @param signedBy roles in the order of the alphabet, never names
 */
public record Agreement(
        @JsonProperty(required = true) String reference,
        @JsonProperty(required = true) PartnerId partner,
        @JsonProperty(required = true) Set<Purpose> purposes,
        @JsonProperty(required = true) Set<Category> categories,
        @JsonProperty(required = true) LocalDate from,
        @JsonProperty(required = true) LocalDate until,
        @JsonProperty(value = "review-on", required = true) LocalDate reviewOn,
        @JsonProperty(value = "signed-by", required = true) List<String> signedBy) {

    public Agreement {
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        signedBy = signedBy.stream().sorted().toList();
    }

    public boolean covers(PartnerId with, Purpose purpose, LocalDate day) {
        return partner.equals(with) && purposes.contains(purpose) && !day.isBefore(from) && !day.isAfter(until);
    }

    /** Whether another goes on where this one ends, for all that this one covers. */
    boolean isContinuedBy(Agreement other) {
        return other.partner.equals(partner)
                && other.until.isAfter(until)
                && !other.from.isAfter(until.plusDays(1))
                && other.purposes.containsAll(purposes)
                && other.categories.containsAll(categories);
    }
}

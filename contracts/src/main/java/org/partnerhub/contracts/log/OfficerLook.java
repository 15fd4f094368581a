package org.partnerhub.contracts.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * An officer is about to see something, for {@code POST /internal/log/officer-looks}: 201 with {@code {"entry": …}} once it is in the
 * disclosure log. Whoever answers the officer asks first and answers only after that.
 *
 * @param service that will answer, such as {@code referral-service}
 * @param officer the account, from the officer's token
 * @param kindOfLook a code, such as {@code person-search} or {@code story}
 * @param reason the officer's own words
 * @param person whom it is about, where that is known
 * @param reference what it is about, such as {@code referral/UUID}
 * @param terms what was searched for where nobody was found; only a keyed hash of each is kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficerLook(
        String service,
        String officer,
        String kindOfLook,
        String reason,
        @Nullable PersonId person,
        @Nullable String reference,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> terms) {

    public OfficerLook {
        terms = List.copyOf(terms);
        for (String needed : Arrays.asList(service, officer, kindOfLook, reason)) {
            if (needed == null || needed.isBlank()) {
                throw new IllegalArgumentException("A look names service, officer, kind and reason.");
            }
        }
    }

    @Override
    public String toString() {
        return "OfficerLook[" + service + ", " + kindOfLook + "]";
    }
}

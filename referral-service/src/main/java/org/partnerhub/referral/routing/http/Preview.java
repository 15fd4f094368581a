package org.partnerhub.referral.routing.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Where a referral would go, what each would be told and what is missing; nothing was kept, asked for or sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Preview(List<Step> routes) {

    /**
     * One ask.
     *
     * @param position which ask of the referral, counted from 0
     * @param recipient absent where a person would decide
     * @param wouldTell the categories that would go now
     * @param withheld the others, each with its reasons
     * @param missing what would have to be had first: consent, agreement or release; absent where it would go
     * @param ask exactly what to ask, where something is missing or a person would decide
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            int position,
            Purpose purpose,
            @Nullable RecipientId recipient,
            @Nullable String recipientName,
            @Nullable String pathway,
            @Nullable String whyHere,
            @Nullable String doubt,
            @Nullable Set<Category> wouldTell,
            @Nullable List<Withheld> withheld,
            @Nullable String missing,
            @Nullable String ask) {}
}

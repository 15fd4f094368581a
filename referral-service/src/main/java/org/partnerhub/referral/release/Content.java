package org.partnerhub.referral.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.Incident;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Theme;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.StoryPart;

/** What one category holds, in the form of {@code schema/disclosure.json}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Content {

    record Identity(
            Demographics.PersonName name,
            @Nullable LocalDate birthDate,
            @Nullable NhsNumber nhsNumber,
            @Nullable String nhsNumberAbsent,
            @Nullable String upn)
            implements Content {}

    record Contact(
            Demographics.@Nullable Address address,
            @Nullable String telephone,
            @Nullable String schoolUrn) implements Content {}

    record Family(List<StoryPart.Relative> household) implements Content {}

    /** What workers wrote under one category. */
    record Written(List<Statement> contributions) implements Content {}

    record Police(List<Statement> contributions, @Nullable Incident incident) implements Content {}

    record Voice(List<String> words) implements Content {}

    record Plan(
            StoryPart.@Nullable EarlyHelpAssessment earlyHelpAssessment,
            List<StoryPart.Professional> professionals,
            StoryPart.@Nullable Professional leadProfessional)
            implements Content {}

    record Asked(
            String reason,
            Kind kind,
            List<Theme> themes,
            @Nullable Level level,
            Urgency urgency,
            List<Ask> asks,
            String state)
            implements Content {}

    /** What a referrer hears back: state and codes, nothing of treatment. */
    record Standing(
            String state,
            @Nullable RecipientId recipient,
            @Nullable String reasonCode,
            @Nullable String betterPlace,
            @Nullable String outcome,
            @Nullable String missing,
            @Nullable String message,
            Instant at,
            List<AtRecipient> recipients)
            implements Content {}

    /**
     * One statement.
     *
     * @param at the day it is about, or when it was told
     */
    record Statement(String text, PartnerId by, String at) {}

    /** How it stands at one recipient. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AtRecipient(
            RecipientId recipient, String state, @Nullable String reasonCode) {}
}

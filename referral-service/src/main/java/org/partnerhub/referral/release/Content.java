package org.partnerhub.referral.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.Incident;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Measure;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.Theme;

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

    /** Who lives with the child, as links: who they are is held and decided under them. */
    record Family(List<StoryPart.Member> household) implements Content {}

    /** What workers wrote under one category. */
    record Written(@JsonInclude List<Statement> contributions, List<Attached> attachments) implements Content {}

    record Police(
            List<Statement> contributions,
            List<Attached> attachments,
            @Nullable Incident incident) implements Content {}

    /**
     * The child's own words.
     *
     * @param words alone, in the order in which they were told
     * @param contributions the same, each with who wrote it down and when
     */
    record Voice(List<String> words, List<Statement> contributions, List<Attached> attachments) implements Content {}

    /**
     * The plan that family and professionals work to.
     *
     * @param earlyHelpAssessment the latest of {@code assessments}
     * @param leadProfessionalContribution what a hand-over names in {@code takesOverFrom}
     */
    record Plan(
            StoryPart.@Nullable EarlyHelpAssessment earlyHelpAssessment,
            List<Told<StoryPart.EarlyHelpAssessment>> assessments,
            List<Told<StoryPart.Need>> needs,
            List<Told<String>> strengths,
            List<Told<StoryPart.Action>> actions,
            List<Told<Measure>> progress,
            List<StoryPart.Professional> professionals,
            StoryPart.@Nullable Professional leadProfessional,
            @Nullable UUID leadProfessionalContribution,
            List<Attached> attachments)
            implements Content {}

    /**
     * The referral.
     *
     * @param message the sender's last words to those who have it
     */
    record Asked(
            String reason,
            Kind kind,
            List<Theme> themes,
            @Nullable Level level,
            Urgency urgency,
            List<Ask> asks,
            String state,
            @Nullable String message)
            implements Content {}

    /**
     * What a referrer hears back: state and codes, nothing of treatment.
     *
     * @param message the hub's own sentence about what to ask or do
     * @param needs the categories that the recipient wants to know more about
     */
    record Standing(
            String state,
            @Nullable RecipientId recipient,
            @Nullable String reasonCode,
            @Nullable String betterPlace,
            @Nullable String outcome,
            @Nullable String missing,
            @Nullable String message,
            List<String> needs,
            Instant at,
            List<AtRecipient> recipients)
            implements Content {}

    /**
     * One statement.
     *
     * @param at the day it is about, or when it was told
     */
    record Statement(String text, PartnerId by, String at) {}

    /** Something that somebody told, with who and when. */
    record Told<T>(T told, PartnerId by, Instant at) {}

    /** A file that can be read at {@code /people/SUBJECT/attachments/ID}. */
    record Attached(UUID id, String name, String mediaType, long bytes, PartnerId by, Instant at) {}

    /** How it stands at one recipient. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record AtRecipient(
            RecipientId recipient, String state, @Nullable String reasonCode) {}
}

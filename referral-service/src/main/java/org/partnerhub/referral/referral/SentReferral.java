package org.partnerhub.referral.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.story.StoryPart.Permission;
import org.partnerhub.referral.story.Theme;
import org.partnerhub.referral.story.ToldStory;
import tools.jackson.databind.JsonNode;

/**
 * A referral as its sender wrote it; {@code schema/referral.json}.
 *
 * @param answerTo the place of the sender's own that hears what becomes of it; absent where it runs one only
 */
public record SentReferral(
        Subject subject,
        Kind kind,
        List<Ask> asks,
        String reason,
        List<Theme> themes,
        @Nullable Level level,
        Urgency urgency,
        @Nullable Incident incident,
        @Nullable ToldStory story,
        @Nullable JsonNode consent,
        @Nullable Instant occurredAt,
        @Nullable RecipientId answerTo,
        @Nullable Unplaced unplaced) {

    /** Whom it is about: the hub's id, or what the sender knows of them. */
    public record Subject(
            @Nullable PersonId personId,
            @Nullable NhsNumber nhsNumber,
            @Nullable String nhsNumberAbsent,
            @Nullable String upn,
            Demographics.@Nullable PersonName name,
            @Nullable LocalDate birthDate,
            Demographics.@Nullable Address address,
            @Nullable String telephone,
            @Nullable String authority,
            @Nullable String schoolUrn,
            @Nullable List<Demographics.AgencyNumber> agencyNumbers,
            @Nullable List<String> knownAs,
            @Nullable Boolean whereaboutsProtected) {

        /**
         * What the sender knows of them.
         *
         * @throws IllegalStateException where only the hub's id was given
         */
        public Demographics demographics() {
            if (name == null) {
                throw new IllegalStateException("The subject was named by the hub's id alone.");
            }
            return new Demographics(
                    nhsNumber,
                    nhsNumberAbsent,
                    upn,
                    name,
                    birthDate,
                    address,
                    telephone,
                    authority,
                    schoolUrn,
                    agencyNumbers == null ? List.of() : agencyNumbers,
                    knownAs == null ? List.of() : knownAs,
                    whereaboutsProtected);
        }

        @Override
        public String toString() {
            return "Subject[hidden]";
        }
    }

    /** The story, in which a consent that was given stands for the permission that an assessment needs. */
    public @Nullable ToldStory permittedStory() {
        JsonNode given = consent;
        if (story == null
                || given == null
                || !given.path("decision").asString("").equals("given")) {
            return story;
        }
        return story.permittedBy(new Permission(
                given.at("/givenBy/capacity").asString(""),
                LocalDate.parse(given.path("obtainedOn").asString(""))));
    }

    @Override
    public String toString() {
        return "SentReferral[" + kind + "]";
    }
}

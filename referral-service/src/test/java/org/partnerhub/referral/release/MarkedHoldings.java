package org.partnerhub.referral.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.attachment.FileType;
import org.partnerhub.referral.attachment.Scan;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.Incident;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Progress;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.Measure;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.Theme;

/** Holdings of which every value is marked with the category that it belongs to. */
final class MarkedHoldings {

    static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");

    private MarkedHoldings() {}

    static Holdings everything() {
        List<StoryPart> parts = new ArrayList<>(List.of(
                new StoryPart.Household(List.of(new StoryPart.Member(PersonId.fresh(), "marked grandmother"))),
                new StoryPart.ChildsWords("Marked words"),
                new StoryPart.EarlyHelpAssessment(
                        "Marked going well",
                        "a",
                        "b",
                        "c",
                        new StoryPart.Permission("adult", LocalDate.of(2026, 11, 2))),
                new StoryPart.Needs(List.of(new StoryPart.Need(Theme.EDUCATION, "Marked need"))),
                new StoryPart.Strengths(List.of("Marked strength")),
                new StoryPart.Plan(List.of(new StoryPart.Action(
                        "Marked action", "registers", "a tutor", Theme.EDUCATION, LocalDate.of(2027, 1, 15)))),
                new StoryPart.ProgressMeasured(
                        new Measure.Map(LocalDate.of(2026, 11, 2), List.of(new Measure.GoalReading("Marked goal", 4)))),
                new StoryPart.ProgressMeasured(new Measure.OutcomesStar(
                        LocalDate.of(2026, 11, 2),
                        "family-star-plus",
                        List.of(new Measure.AreaReading("marked-area", 4)))),
                new StoryPart.ProgressMeasured(new Measure.DistanceTravelled(
                        LocalDate.of(2026, 11, 2), List.of(new Measure.ThemeReading(Theme.FINANCIAL, 4)))),
                new StoryPart.Team(List.of(new StoryPart.Professional("Marked nurse", "nurse", "x"))),
                new StoryPart.LeadProfessional(new StoryPart.Professional("Marked lead", "head", "x"), null)));
        for (Category category : List.of(
                Category.EDUCATION,
                Category.EMOTIONAL_HEALTH,
                Category.PHYSICAL_HEALTH,
                Category.SAFETY,
                Category.POLICE,
                Category.HOUSING_AND_MONEY)) {
            parts.add(new StoryPart.Statement(category, "marked-" + category.code()));
        }
        return new Holdings(
                person(),
                new Story(parts.stream()
                        .map(part -> contribution(part, "fenland-academy"))
                        .toList()),
                attachments(),
                referral(),
                Progress.SENT);
    }

    /** A file in each category that a file can have, called after it. */
    private static List<Attachment> attachments() {
        return List.of(
                        Category.EDUCATION,
                        Category.EMOTIONAL_HEALTH,
                        Category.PHYSICAL_HEALTH,
                        Category.SAFETY,
                        Category.POLICE,
                        Category.HOUSING_AND_MONEY,
                        Category.VOICE,
                        Category.PLAN)
                .stream()
                .map(it -> new Attachment(
                        UUID.randomUUID(),
                        PersonId.fresh(),
                        it,
                        "file-of-" + it.code() + ".pdf",
                        FileType.PDF,
                        "0".repeat(64),
                        4,
                        new PartnerId("fenland-academy"),
                        AT,
                        Scan.PASSED,
                        null))
                .toList();
    }

    static Contribution contribution(StoryPart part, String by) {
        return new Contribution(UUID.randomUUID(), part, null, new PartnerId(by), AT, null, null);
    }

    static KnownPerson person() {
        return new KnownPerson(
                PersonId.fresh(),
                new Demographics(
                        new NhsNumber("9990000018"),
                        null,
                        null,
                        new Demographics.PersonName(List.of("Marked-given"), "Marked-family"),
                        LocalDate.of(2011, 5, 4),
                        new Demographics.Address(List.of("Marked street"), "PE15 8ZZ"),
                        "01632 960001",
                        "E10000003",
                        "999001"),
                false);
    }

    static Referral referral() {
        return new Referral(
                ReferralId.fresh(),
                PersonId.fresh(),
                new PartnerId("fenland-academy"),
                Kind.NOTIFICATION,
                List.of(new Ask(new Purpose("safeguarding"), null)),
                "Marked reason",
                List.of(Theme.DOMESTIC_ABUSE),
                Level.TARGETED,
                Urgency.URGENT,
                new Incident("35/MARKED/26", AT, "At home", true, "Marked circumstances"),
                null,
                AT,
                null,
                null);
    }
}

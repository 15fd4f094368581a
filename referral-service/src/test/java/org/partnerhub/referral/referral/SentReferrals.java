package org.partnerhub.referral.referral;

import java.time.LocalDate;
import java.util.List;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.SentReferral.Subject;
import org.partnerhub.referral.referral.SentReferral.Told;
import org.partnerhub.referral.referral.SentReferral.ToldStory;
import org.partnerhub.referral.story.StoryPart.EarlyHelpAssessment;
import org.partnerhub.referral.story.StoryPart.Professional;
import org.partnerhub.referral.story.StoryPart.Relative;

/** Referrals about invented children. */
final class SentReferrals {

    static final ToldStory WHOLE_STORY = new ToldStory(
            new EarlyHelpAssessment("draws", "misses school", "somebody to talk to", "a meeting"),
            "Not all at once.",
            List.of(
                    new Told(Category.EDUCATION, "Attendance 41 per cent.", LocalDate.of(2026, 11, 2)),
                    new Told(Category.POLICE, "Officers came in March.", null)),
            List.of(new Professional("An invented nurse", "school nurse", "Fenland Academy")),
            List.of(new Relative("An invented grandmother", "grandmother", null)),
            new Professional("An invented head of year", "head of year", "Fenland Academy"));

    private SentReferrals() {}

    static SentReferral asking(String... purposes) {
        return new SentReferral(
                subject(LocalDate.of(2011, 5, 4)),
                Kind.REQUEST,
                List.of(purposes).stream()
                        .map(purpose -> new Ask(new Purpose(purpose), null))
                        .toList(),
                "Low mood.",
                List.of(Theme.HEALTH),
                null,
                Urgency.ROUTINE,
                null,
                WHOLE_STORY,
                null,
                null);
    }

    static Subject subject(LocalDate born) {
        return new Subject(
                null,
                new NhsNumber("9990000018"),
                null,
                null,
                new PersonName(List.of("Edie"), "Marchbank"),
                born,
                null,
                null,
                "E10000003",
                "999001",
                null,
                null,
                null);
    }
}

package org.partnerhub.referral.referral;

import java.time.LocalDate;
import java.util.List;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.SentReferral.Subject;
import org.partnerhub.referral.story.Theme;
import org.partnerhub.referral.story.ToldStories;

/** Referrals about invented children. */
final class SentReferrals {

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
                ToldStories.WHOLE,
                null,
                null,
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

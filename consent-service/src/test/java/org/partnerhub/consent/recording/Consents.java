package org.partnerhub.consent.recording;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** A consent for these tests: to councils and one clinic, for early help, identity and voice, for a year. */
final class Consents {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Purpose HELP = new Purpose("early-help-support");
    static final Purpose SCHOOLING = new Purpose("education-support");
    static final RecipientId CLINIC = new RecipientId("clinic");

    private Consents() {}

    static ConsentTerms.GivenBy by(Capacity capacity, String name) {
        return new ConsentTerms.GivenBy(capacity, name.isEmpty() ? null : name, null);
    }

    static ConsentTerms terms(ConsentTerms.GivenBy by) {
        return new ConsentTerms(
                ConsentTerms.Answer.GIVEN,
                by,
                Set.of(HELP, SCHOOLING),
                new ConsentTerms.Recipients(Set.of("council"), Set.of(CLINIC)),
                Set.of(Category.IDENTITY, Category.VOICE),
                TODAY.minusDays(100),
                TODAY.plusDays(265),
                new ConsentTerms.Evidence("form", null),
                TODAY.minusDays(100),
                List.of());
    }

    static ConsentRecord record(ConsentTerms terms) {
        return new ConsentRecord(
                ConsentId.fresh(),
                PersonId.fresh(),
                terms,
                new PartnerId("fenland-academy"),
                terms.obtainedOn().atTime(12, 0).atZone(ConsentRecord.ENGLAND).toInstant(),
                null);
    }
}

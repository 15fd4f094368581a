package org.partnerhub.consent.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.consent.recording.Consents.HELP;
import static org.partnerhub.consent.recording.Consents.TODAY;
import static org.partnerhub.consent.recording.Consents.by;
import static org.partnerhub.consent.recording.Consents.terms;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.permit.Reliance;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;

class EffectTest {

    private static final RecipientId OFFICE = new RecipientId("office");
    private static final Recipient COUNCIL =
            new Recipient(OFFICE, "office", "council", "role", Set.of(), null, null, Channel.MAILBOX);
    private static final Reliance SENT =
            new Reliance(DecisionId.fresh(), OFFICE, HELP, Set.of(Category.IDENTITY, Category.VOICE));

    private static Effect effect(List<ConsentRecord> before, List<ConsentRecord> after) {
        return new Effect(new ConsentsOfSubject(before), new ConsentsOfSubject(after), id -> COUNCIL, TODAY);
    }

    private static ConsentTerms refusing(ConsentTerms terms, Category category) {
        return new ConsentTerms(
                ConsentTerms.Answer.REFUSED,
                terms.givenBy(),
                terms.purposes(),
                terms.recipients(),
                Set.of(category),
                terms.from(),
                terms.until(),
                terms.evidence(),
                TODAY);
    }

    @Test
    void refusalEndsOnlyWhatItForbids() {
        ConsentRecord given = Consents.record(terms(by(Capacity.ADULT, "")));
        ConsentRecord no = Consents.record(refusing(given.terms(), Category.VOICE));
        assertThat(effect(List.of(given), List.of(given, no)).on(given.id(), SENT))
                .containsExactly(Category.VOICE);
    }

    @Test
    void whatAnotherConsentStillCoversHasNotEnded() {
        ConsentRecord courts = Consents.record(terms(by(Capacity.COURT, "Family Court")));
        ConsentRecord parents = Consents.record(terms(by(Capacity.PARENTAL_RESPONSIBILITY, "Ada")));
        ConsentRecord no = Consents.record(refusing(parents.terms(), Category.VOICE));
        Effect effect = effect(List.of(courts, parents), List.of(courts, parents, no));
        assertThat(effect.on(courts.id(), SENT)).isEmpty();
        assertThat(effect.on(parents.id(), SENT)).isEmpty();
    }

    @Test
    void whatDidNotStandBeforeDoesNotEnd() {
        ConsentRecord ada = Consents.record(terms(by(Capacity.PARENTAL_RESPONSIBILITY, "Ada")));
        ConsentRecord no =
                Consents.record(refusing(terms(by(Capacity.PARENTAL_RESPONSIBILITY, "Ben")), Category.VOICE));
        assertThat(effect(List.of(ada, no), List.of(ada, no, no)).on(ada.id(), SENT))
                .isEmpty();
    }

    @Test
    void whatWentToSomebodyWhomNobodyKnowsAnyMoreIsWaitedFor() {
        ConsentRecord given = Consents.record(terms(by(Capacity.ADULT, "")));
        Effect effect = new Effect(
                new ConsentsOfSubject(List.of(given)), new ConsentsOfSubject(List.of(given)), id -> null, TODAY);
        assertThat(effect.on(given.id(), SENT)).isEqualTo(SENT.categories());
    }
}

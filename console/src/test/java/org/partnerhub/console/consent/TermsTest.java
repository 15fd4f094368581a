package org.partnerhub.console.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 31);

    private final Terms before = terms(List.of("identity", "voice"), List.of("school", "council"), UNTIL);

    @Test
    void aNarrowingSaysWhatIsToldNoLongerAndToWhom() {
        assertThat(terms(List.of("identity"), List.of("council"), UNTIL).since(before))
                .containsExactly("What may be told: no longer voice.", "To whom: no longer school.");
    }

    @Test
    void aRenewalSaysItsNewLastDay() {
        assertThat(terms(before.categories(), before.recipients(), UNTIL.plusYears(1))
                        .since(before))
                .containsExactly("Last day: 31 March 2028 instead of 31 March 2027.");
    }

    @Test
    void whatStaysAsItWasIsNotMentioned() {
        assertThat(before.since(before)).isEmpty();
    }

    @Test
    void anExceptionThatIsNoLongerMadeIsSaid() {
        var kept = new Terms(
                List.of("early-help-support"), List.of("identity"), List.of(), List.of("voice to school"), FROM, UNTIL);
        var open = terms(List.of("identity"), List.of(), UNTIL);

        assertThat(open.since(kept)).containsExactly("No longer kept back: voice to school.");
        assertThat(kept.since(open)).containsExactly("Kept back from then on: voice to school.");
    }

    private static Terms terms(List<String> categories, List<String> recipients, LocalDate until) {
        return new Terms(List.of("early-help-support"), categories, recipients, List.of(), FROM, until);
    }
}

package org.partnerhub.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

class AgreementFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    @Test
    void demonstrationsAgreementsCoverOnlyPurposesThatRestOnConsent() {
        Purposes purposes = Purposes.of(PolicyFile.read("purposes", null));
        assertThat(AgreementFile.of(PolicyFile.read("agreements", null)))
                .isNotEmpty()
                .allSatisfy(agreement -> assertThat(agreement.purposes())
                        .allMatch(id -> purposes.find(id).orElseThrow().restsOnConsent()));
    }

    @Test
    void agreementHoldsFromItsFirstDayToItsLast() {
        Agreement agreement =
                AgreementFile.of(PolicyFile.read("agreements", null)).getFirst();
        PartnerId council = new PartnerId("cambridgeshire-county-council");
        Purpose help = new Purpose("early-help-support");
        assertThat(agreement.covers(council, help, TODAY)).isTrue();
        assertThat(agreement.covers(council, help, agreement.until())).isTrue();
        assertThat(agreement.covers(council, help, agreement.until().plusDays(1)))
                .isFalse();
        assertThat(agreement.covers(council, help, agreement.from().minusDays(1)))
                .isFalse();
        assertThat(agreement.covers(new PartnerId("cpft"), help, TODAY)).isFalse();
        assertThat(agreement.covers(council, new Purpose("safeguarding"), TODAY))
                .isFalse();
    }

    @Test
    void endBeforeTheStartIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("agreements.yml"), """
                agreements:
                  - reference: ISA-1
                    partner: cpft
                    purposes: [early-help-support]
                    categories: [identity]
                    from: 2026-01-02
                    until: 2026-01-01
                    review-on: 2026-01-01
                    signed-by: [Caldicott Guardian]
                """);
        assertThatThrownBy(() -> AgreementFile.of(PolicyFile.read("agreements", folder)))
                .isInstanceOf(PolicyUnusable.class)
                .hasMessageContaining("policy/agreements.yml line 7");
    }
}

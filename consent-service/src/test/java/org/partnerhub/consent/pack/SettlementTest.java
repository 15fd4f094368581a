package org.partnerhub.consent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.schema.Violation;

class SettlementTest {

    private static final Piece PIECE = new Piece(
            "story/1", "statement", Instant.EPOCH, "fenland-academy", "safety", "Text: A neighbour saw it.", Set.of());

    private static List<String> wrong(
            boolean thirdParty,
            boolean seriousHarm,
            Treatment treatment,
            @Nullable String text,
            @Nullable Ground ground,
            @Nullable String note) {
        return new Settlement(thirdParty, seriousHarm, treatment, text, ground, note)
                .violations(PIECE).stream().map(Violation::pointer).toList();
    }

    @Test
    void whatHarmsNobodyAndNamesNobodyIsGiven() {
        assertThat(Settlement.plain().violations(PIECE)).isEmpty();
    }

    @Test
    void aThirdPartyIsGivenOnlyForAReason() {
        assertThat(wrong(true, false, Treatment.INCLUDE, null, null, null)).containsExactly("/note");
        assertThat(wrong(true, false, Treatment.INCLUDE, null, null, "The neighbour agreed."))
                .isEmpty();
    }

    @Test
    void whatWouldDoSeriousHarmIsNeverGivenWhole() {
        assertThat(wrong(false, true, Treatment.INCLUDE, null, null, "It is fine."))
                .containsExactly("/treatment");
        assertThat(wrong(false, true, Treatment.WITHHOLD, null, Ground.SERIOUS_HARM, "The consultant advised it."))
                .isEmpty();
    }

    @Test
    void whatIsKeptBackHasAGroundAndAReason() {
        assertThat(wrong(true, false, Treatment.WITHHOLD, null, null, null)).containsExactly("/ground", "/note");
        assertThat(wrong(false, false, Treatment.INCLUDE, null, Ground.CRIME, null))
                .containsExactly("/ground");
    }

    @Test
    void aRedactionBringsWhatIsLeft() {
        assertThat(wrong(true, false, Treatment.REDACT, null, Ground.THIRD_PARTY, null))
                .containsExactly("/text");
        assertThat(wrong(true, false, Treatment.REDACT, "Text: Somebody saw it.", Ground.THIRD_PARTY, null))
                .containsExactly("/text");
        assertThat(wrong(true, false, Treatment.REDACT, "Text: [redacted] saw it.", Ground.THIRD_PARTY, null))
                .isEmpty();
    }
}

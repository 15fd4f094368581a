package org.partnerhub.console.override;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.staff.Staff;

class SharingsTest {

    private static final Sharing LATER = sharing("later", "adeyemi", ReviewState.WAITING, "2026-12-02T15:05:00Z");
    private static final Sharing LATE = sharing("late", "brook", ReviewState.ESCALATED, "2026-11-20T09:00:00Z");
    private static final Sharing RIGHT = sharing("right", "brook", ReviewState.UPHELD, "2026-11-10T09:00:00Z");
    private static final Sharing WRONG = sharing("wrong", "brook", ReviewState.NOT_UPHELD, "2026-11-09T09:00:00Z");
    private static final Sharings ALL = new Sharings(List.of(LATER, LATE, RIGHT, WRONG));

    @Test
    void whatWaitsComesTheFirstDueFirst() {
        assertThat(ALL.waiting()).containsExactly(LATE, LATER);
        assertThat(ALL.reviewed()).containsExactly(RIGHT, WRONG);
    }

    @Test
    void eachAccountIsCountedTheMostFirst() {
        assertThat(ALL.byWhom())
                .containsExactly(new Sharings.Tally("brook", 3, 1, 1, 1), new Sharings.Tally("adeyemi", 1, 0, 0, 1));
    }

    @Test
    void anOfficersOwnIsKnown() {
        assertThat(LATE.isBy("brook")).isTrue();
        assertThat(LATE.isBy("adeyemi")).isFalse();
    }

    @Test
    void theSummaryIsInPlainWords() {
        assertThat(LATER.summary(new Staff(Map.of("adeyemi", "Folake Adeyemi"))))
                .containsEntry("Purpose", "Early help support")
                .containsEntry("Ground", "A life is at risk (vital interests)")
                .containsEntry("What may be told", "identity, emotional health")
                .containsEntry("Authorised", "27 November 2026, 3:05pm, by Folake Adeyemi")
                .containsEntry("Ends", "28 November 2026, 3:05pm. It is not in force now")
                .containsEntry("Reason", "The log holds no reason any more")
                .doesNotContainKeys("Finding", "Reviewed");
    }

    private static Sharing sharing(String id, String account, ReviewState state, String due) {
        return new Sharing(
                id,
                "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11",
                "early-help-support",
                "vital-interests",
                List.of("cpft-camhs"),
                List.of("identity", "emotional-health"),
                false,
                account,
                Instant.parse("2026-11-27T15:05:00Z"),
                Instant.parse("2026-11-28T15:05:00Z"),
                false,
                new Sharing.Review(state, Instant.parse(due), null, null),
                null,
                null,
                List.of());
    }
}

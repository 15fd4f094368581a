package org.partnerhub.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.referral.SentReferrals.asking;
import static org.partnerhub.referral.referral.SentReferrals.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.Directories;

class SoundnessTest {

    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");
    private static final Soundness SOUNDNESS = new Soundness(Map.of(
            new Purpose("early-help-support"),
            Set.of("progress-panel", "sleep-support"),
            Soundness.DOMESTIC_ABUSE_NOTICE,
            Set.of()));
    private static final PartnerId SCHOOL = new PartnerId("fenland-academy");

    @Test
    void aSoundReferralIsTaken() {
        assertThat(pointers(asking("early-help-support"))).isEmpty();
    }

    @Test
    void aPurposeThatNoPathwayLeadsOnFromIsPointedAt() {
        assertThat(pointers(asking("early-help-support", "feedback-to-referrer")))
                .containsExactly("/asks/1/purpose");
    }

    @Test
    void aRecipientThatTheDirectoryDoesNotKnowIsPointedAt() {
        SentReferral sent = with(
                asking("early-help-support"),
                List.of(new Ask(new Purpose("early-help-support"), new RecipientId("nowhere"))),
                null,
                null);

        assertThat(pointers(sent)).containsExactly("/asks/0/recipient");
    }

    @Test
    void aDomesticAbuseNoticeSaysWhatHappened() {
        assertThat(pointers(asking("domestic-abuse-notice-to-school"))).containsExactly("/incident");
    }

    @Test
    void nothingHappensInTheFuture() {
        SentReferral sent = with(
                asking("early-help-support"),
                asking("early-help-support").asks(),
                new Incident("35/1/26", NOW.plusSeconds(3600), "At home", true, "Shouting."),
                NOW.plusSeconds(600));

        assertThat(pointers(sent)).containsExactly("/occurredAt", "/incident/occurredAt");
    }

    @Test
    void clocksMayDifferByAFewMinutes() {
        assertThat(pointers(with(
                        asking("early-help-support"),
                        asking("early-help-support").asks(),
                        null,
                        NOW.plusSeconds(200))))
                .isEmpty();
    }

    @Test
    void nobodyIsBornInTheFuture() {
        SentReferral sound = asking("early-help-support");
        SentReferral unborn = new SentReferral(
                subject(LocalDate.of(2026, 11, 24)),
                sound.kind(),
                sound.asks(),
                sound.reason(),
                sound.themes(),
                null,
                sound.urgency(),
                null,
                null,
                null,
                null,
                null,
                null);

        assertThat(pointers(unborn)).containsExactly("/subject/birthDate");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            early-help-support,              sleep-support, -
            early-help-support,              send,          /asks/0/service
            domestic-abuse-notice-to-school, send,          /asks/0/service
            """)
    void onlyWhatAPurposeHasIsAskedForInParticular(String purpose, String service, @Nullable String pointer) {
        SentReferral sent = with(
                asking("early-help-support"),
                List.of(new Ask(new Purpose(purpose), service, null)),
                new Incident("35/1/26", NOW, "At home", true, "Shouting."),
                null);

        assertThat(pointers(sent)).isEqualTo(pointer == null ? List.of() : List.of(pointer));
    }

    @Test
    void nobodyRefersToTheirOwnPlace() {
        SentReferral toItself = with(
                asking("early-help-support"),
                List.of(new Ask(
                        new Purpose("early-help-support"), new RecipientId("fenland-academy-safeguarding-lead"))),
                null,
                null);

        assertThat(pointers(toItself)).containsExactly("/asks/0/recipient");
    }

    @Test
    void aCouncilMayReferFromOneOfItsPlacesToAnother() {
        SentReferral stepDown = answeredAt(
                "mash-cambridgeshire",
                List.of(new Ask(new Purpose("early-help-support"), new RecipientId("early-help-hub-cambridgeshire"))));
        SentReferral toItself = answeredAt(
                "mash-cambridgeshire",
                List.of(new Ask(new Purpose("early-help-support"), new RecipientId("mash-cambridgeshire"))));
        SentReferral elsewhere = answeredAt("cpft-camhs", stepDown.asks());

        assertThat(pointers(stepDown, "cambridgeshire-county-council")).isEmpty();
        assertThat(pointers(toItself, "cambridgeshire-county-council")).containsExactly("/asks/0/recipient");
        assertThat(pointers(elsewhere, "cambridgeshire-county-council")).containsExactly("/answerTo");
    }

    private static SentReferral answeredAt(String place, List<Ask> asks) {
        SentReferral sound = asking("early-help-support");
        return new SentReferral(
                sound.subject(),
                Kind.STEP_DOWN,
                asks,
                sound.reason(),
                sound.themes(),
                null,
                sound.urgency(),
                null,
                null,
                null,
                null,
                new RecipientId(place),
                null);
    }

    private static List<String> pointers(SentReferral sent, String sender) {
        return SOUNDNESS.violations(sent, new PartnerId(sender), Directories.demonstration(), NOW).stream()
                .map(Violation::pointer)
                .toList();
    }

    private static List<String> pointers(SentReferral sent) {
        return SOUNDNESS.violations(sent, SCHOOL, Directories.demonstration(), NOW).stream()
                .map(Violation::pointer)
                .toList();
    }

    private static SentReferral with(
            SentReferral sent, List<Ask> asks, @Nullable Incident incident, @Nullable Instant occurredAt) {
        return new SentReferral(
                sent.subject(),
                sent.kind(),
                asks,
                sent.reason(),
                sent.themes(),
                null,
                sent.urgency(),
                incident,
                null,
                null,
                occurredAt,
                null,
                null);
    }
}

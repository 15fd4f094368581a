package org.partnerhub.console.integrity.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.partnerhub.transparency.Checkpoint;
import org.partnerhub.transparency.Commitment;
import org.partnerhub.transparency.Entry;
import org.partnerhub.transparency.ExportWriter;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.SigningKey;
import org.partnerhub.transparency.Tree;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The check reads an export that this test writes with the log's own means, honest or tampered with. */
class IntegrityPagesIT extends RunningConsole {

    private static final String PAGE = "/integrity";
    private static final String ORIGIN = "partnerhub.example/disclosure-log";
    private static final SigningKey KEY = SigningKey.fresh();
    private static final UUID ENTRY = UUID.fromString("5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00");

    @BeforeEach
    void threeCheckpointsAndOneWitness() {
        CONSENT.stubFor(get(urlPathEqualTo("/log/checkpoints")).willReturn(okJson("""
                {"stopped": false, "unsealedSince": null, "next": 2,
                 "items": [{"size": 1204, "signedAt": "2026-11-27T09:05:00Z", "note": "%s\\n1204\\nroot\\n"}],
                 "witnesses": [{"witness": "fenland-academy", "size": 1100, "fetchedAt": "2026-11-26T09:05:00Z"}]}
                """.formatted(ORIGIN))));
    }

    @Test
    void checkpointsAndWitnessesAreListed() {
        assertThat(read(PAGE))
                .hasStatus(200)
                .bodyText()
                .contains("Every entry is under a signed checkpoint.", "1,204", "27 November 2026, 9:05am")
                .contains("Fenland academy", "1,100", PAGE + "/checkpoints/1204", PAGE + "?below=2")
                .doesNotContain("No partner has fetched", "Sealing has stopped");
    }

    @Test
    void stoppedSealingIsSaidInWords() {
        CONSENT.stubFor(get(urlPathEqualTo("/log/checkpoints"))
                .willReturn(okJson("{\"stopped\": true, \"items\": [], \"witnesses\": []}")));

        assertThat(read(PAGE)).bodyText().contains("Sealing has stopped", "No partner has fetched a checkpoint yet");
    }

    @Test
    void anHonestLogIsFoundHonestAndWitnessed() throws IOException {
        CONSENT.stubFor(post("/log/exports").willReturn(aResponse().withBody(export("early-help-support"))));

        assertThat(check("Monthly check", checkpoint())).hasStatus(302).hasRedirectedUrl(PAGE);
        awaited();
        assertThat(read(PAGE))
                .bodyText()
                .contains(
                        "Every entry is as it was logged",
                        "3 entries and 3 checkpoints",
                        "everything that the witness saw")
                .doesNotContain("The log is not what was signed");
        CONSENT.verify(
                postRequestedFor(urlEqualTo("/log/exports")).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
    }

    @Test
    void aChangedEntryIsFoundWithItsLine() throws IOException {
        CONSENT.stubFor(post("/log/exports")
                .willReturn(aResponse()
                        .withBody(
                                export("early-help-support").replaceFirst("early-help-support", "education-support"))));

        check("Monthly check", "");
        awaited();
        assertThat(read(PAGE))
                .bodyText()
                .contains("The log is not what was signed", "Line 2", "docs/operating.md")
                .doesNotContain("Every entry is as it was logged");
    }

    @Test
    void aLogThatCannotBeReadSaysNothingAboutIt() {
        CONSENT.stubFor(post("/log/exports").willReturn(aResponse().withStatus(503)));

        check("Monthly check", "");
        awaited();
        assertThat(read(PAGE))
                .bodyText()
                .contains("which says nothing about the log")
                .doesNotContain("The log is not what was signed", "Every entry is as it was logged");
    }

    @Test
    void aCheckNeedsAReason() {
        assertThat(check(" ", ""))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#reason\"", "Enter why you check the log.");
        CONSENT.verify(0, postRequestedFor(urlEqualTo("/log/exports")));
    }

    @Test
    void theProofOfAnEntryIsAFile() {
        CONSENT.stubFor(get("/log/entries/" + ENTRY + "/proof").willReturn(okJson("{\"index\": 4}")));

        assertThat(prove(ENTRY.toString()))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"proof-" + ENTRY + ".json\"")
                .bodyText()
                .isEqualTo("{\"index\": 4}");
        assertThat(prove("seventeen")).hasStatus(400).bodyText().contains("href=\"#entry\"");
        assertThat(prove(UUID.randomUUID().toString())).hasStatus(404);
    }

    @Test
    void aCheckpointIsAFileAsItWasSigned() {
        assertThat(read(PAGE + "/checkpoints/1204"))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"checkpoint-1204.txt\"")
                .bodyText()
                .startsWith(ORIGIN);
        assertThat(read(PAGE + "/checkpoints/7")).hasStatus(404);
    }

    private void awaited() {
        Awaitility.await("the check has ended")
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(PAGE).getResponse().getHeader("Refresh") == null);
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult check(String reason, String witness) {
        return browser.post()
                .uri(PAGE + "/check")
                .param("reason", reason)
                .param("witness", witness.replace("\n", "\r\n"))
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }

    private MvcTestResult prove(String entry) {
        return browser.post()
                .uri(PAGE + "/proof")
                .param("entry", entry)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }

    private static String checkpoint() {
        Tree tree = Tree.empty();
        for (int i = 0; i < 2; i++) {
            tree.append(Hash.leaf(leaf(i, "early-help-support")), Tree.Keeper.NONE);
        }
        return new Checkpoint(ORIGIN, tree.size(), tree.root()).sign(KEY);
    }

    private static String export(String purpose) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Tree tree = Tree.empty();
        try (ExportWriter export = new ExportWriter(bytes)) {
            export.header(ORIGIN, List.of(Checkpoint.verificationKey(ORIGIN, KEY)), 3, Instant.EPOCH);
            for (int i = 0; i < 3; i++) {
                export.entry(i, leaf(i, purpose), Map.of("purpose", value(purpose)));
                tree.append(Hash.leaf(leaf(i, purpose)), Tree.Keeper.NONE);
                export.checkpoint(new Checkpoint(ORIGIN, tree.size(), tree.root()).sign(KEY));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String leaf(int place, String purpose) {
        return new Entry(
                        new UUID(17, place),
                        Instant.EPOCH,
                        "decision",
                        new TreeMap<>(Map.of("purpose", value(purpose).hash())))
                .leaf();
    }

    private static Commitment value(String purpose) {
        return new Commitment("AAAAAAAAAAAAAAAAAAAAAA==", purpose);
    }
}

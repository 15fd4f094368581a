package org.partnerhub.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;

class PurposesTest {

    private static final String GOOD = """
            purposes:
              - id: early-help-support
                name: Early help
                ground: explicit-consent
                article-6: 6(1)(e)
                article-9: 9(2)(h)
                carries: [identity]
                recipients: [council]
                agreement: required
                whereabouts: withheld
                free-text: yes
                retention: 7 years
            """;

    @TempDir
    Path folder;

    private Purposes read(String text) throws IOException {
        Files.writeString(folder.resolve("purposes.yml"), text);
        return Purposes.of(PolicyFile.read("purposes", folder));
    }

    @Test
    void policyOfTheProjectIsUsable() {
        Purposes purposes = Purposes.of(PolicyFile.read("purposes", null));
        assertThat(Stream.of(
                        "early-help-support",
                        "education-support",
                        "mental-health-wellbeing",
                        "mental-health-specialist",
                        "mental-health-crisis",
                        "safeguarding",
                        "exploitation-risk",
                        "domestic-abuse-notice-to-school",
                        "domestic-abuse-support",
                        "section-85-notice",
                        "section-86-notice",
                        "section-117-aftercare",
                        "joint-funding-panel",
                        "transition-to-adult-services",
                        "feedback-to-referrer",
                        "withdrawal-notice"))
                .allMatch(id -> purposes.find(new Purpose(id)).isPresent());
    }

    /** What a notice may carry at most is law, so a slip in the file must not pass. */
    @Test
    void noticesCarryNobodysStory() {
        Purposes purposes = Purposes.of(PolicyFile.read("purposes", null));
        for (String notice : List.of("section-85-notice", "section-86-notice", "section-117-aftercare")) {
            PurposePolicy policy = purposes.find(new Purpose(notice)).orElseThrow();
            assertThat(policy.carries())
                    .containsExactlyInAnyOrder(Category.IDENTITY, Category.STAY, Category.LEGAL_STATUS);
            assertThat(policy.ground()).isEqualTo(GroundKind.STATUTORY_DUTY);
        }
        assertThat(purposes.find(new Purpose("feedback-to-referrer"))
                        .orElseThrow()
                        .carries())
                .containsExactlyInAnyOrder(Category.IDENTITY, Category.REFERRAL);
    }

    @Test
    void versionIsTheHashOfTheFile() throws IOException {
        assertThat(read(GOOD).version())
                .hasSize(64)
                .isNotEqualTo(read(GOOD + "\n").version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ground: explicit-consent | ground: statutory-duty            | line 2 | Add 'authority'
            ground: explicit-consent | ground: override                  | line 4 | No purpose rests on an override
            ground: explicit-consent | ground: whim                      | line 4 |
            article-6: 6(1)(e)       | authority: Act                    | line 2 |
            free-text: yes           | {free-text: yes, authority: Act}  | line  |
            agreement: required      | agreement: not-required           | line 9 | nothing goes on consent without an agreement
            whereabouts: withheld    | whereabouts: shared               | line 10 | protected whereabouts never leave on consent
            carries: [identity]      | carries: [identity, gossip]       | line 7 |
            recipients: [council]    | recipients: [counsel]             | line 8 | no kind of recipient
            retention: 7 years       | retain: 7 years                   | line  |
            retention: 7 years       | retention: " "                    | line 12 | how long
            article-6: 6(1)(e)       | article-6: yes of course          | line 5 | Article 6
            article-9: 9(2)(h)       | article-9: 9(2)(z)                | line 6 | Article 9
            article-9: 9(2)(h)       | dpa: Schedule 1 paragraph 2       | line 2 | Add 'article-9'
            """)
    void badFileStopsStartUpWithTheLine(String good, String bad, String line, String remedy) {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(PolicyUnusable.class)
                .hasMessageContaining("policy/purposes.yml")
                .hasMessageContaining(line)
                .hasMessageContaining(remedy == null ? "" : remedy);
    }

    @Test
    void onlyRolesThatSignInMayAuthorise() throws IOException {
        assertThat(read(GOOD + "    may-override: [governance-approver]\n")
                        .find(new Purpose("early-help-support"))
                        .orElseThrow()
                        .mayOverride())
                .containsExactly("governance-approver");
        assertThatThrownBy(() -> read(GOOD + "    may-override: [head-teacher]\n"))
                .isInstanceOf(PolicyUnusable.class)
                .hasMessageContaining("line 13")
                .hasMessageContaining("no role that signs in");
    }

    @Test
    void samePurposeTwiceIsRefused() {
        String twice = GOOD + GOOD.replace("purposes:\n", "");
        assertThatThrownBy(() -> read(twice)).hasMessageContaining("stands here twice");
    }

    static Stream<String> noFiles() {
        return Stream.of("", "purposes:", "- just a list", "purposes: [");
    }

    @ParameterizedTest
    @MethodSource("noFiles")
    void noFileAtAllIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(PolicyUnusable.class);
    }
}

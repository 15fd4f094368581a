package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

class NamedReleaseIT {

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static PersonId child(boolean isProtected) {
        PersonId person = PersonId.fresh();
        hub.knows(person, LocalDate.of(2014, 2, 3), isProtected);
        return person;
    }

    private static JsonNode decide(PersonId child) {
        return hub.send(
                        "/internal/decisions",
                        Bodies.decision(child, "mash-cambridgeshire", "safeguarding", "contact", "referral"),
                        RunningService.service())
                .json();
    }

    private static List<String> pointers(Map<String, Object> release) {
        Answer answer = hub.send("/releases", release, Officers.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString())
                .toList();
    }

    @Test
    void whatIsProtectedWaitsUntilANamedPersonReleasesItAndAgainWhenItIsTakenBack() {
        PersonId child = child(true);
        assertThat(decide(child).path("missing").asString()).isEqualTo("RELEASE");

        Answer released = hub.send("/releases", Officers.release(child), Officers.officer());
        assertThat(released.status()).as(released.text()).isEqualTo(201);
        PublishedAnswers.assertFits("release", released.text());
        assertThat(released.json().path("releasedBy").asString()).isEqualTo("officer.brook");
        assertThat(hub.published("release.given", child))
                .as("what was parked for a release is woken")
                .isEqualTo(1);
        String id = released.json().path("id").asString();
        JsonNode decided = decide(child);
        assertThat(decided.path("outcome").asString()).isEqualTo("PERMIT");
        assertThat(decided.path("ground").asString()).isEqualTo("statutory-duty");
        assertThat(decided.at("/categories/0/reliedOn").toString()).contains("Children Act 1989 s.47", "release/" + id);

        Answer ended = hub.send(
                "/releases/" + id + "/end",
                Map.of("reason", "The meeting is over, nobody needs it."),
                Officers.officer());
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        PublishedAnswers.assertFits("release", ended.text());
        assertThat(decide(child).path("missing").asString()).isEqualTo("RELEASE");
        String log = hub.send("/log/searches", Map.of("person", child, "reason", "Test"), Officers.officer())
                .text();
        assertThat(log).contains("release-given", "release-ended", "\"releases\":\"" + id);
    }

    @Test
    void nobodyReleasesWhereaboutsForAPurposeThatNeverTellsThem() {
        Map<String, Object> release = Officers.release(child(true));
        release.put("purpose", "early-help-support");
        release.put("recipient", "early-help-hub-cambridgeshire");
        assertThat(pointers(release)).containsExactly("/categories");
    }

    @Test
    void nonsenseIsNamedFieldByField() {
        assertThat(pointers(Officers.release(child(false)))).containsExactly("/person");
        Map<String, Object> release = Officers.release(child(true));
        release.put("recipient", "nowhere");
        release.put("categories", List.of("identity"));
        assertThat(pointers(release)).containsExactlyInAnyOrder("/recipient", "/categories");
        Map<String, Object> unexplained = Officers.release(child(true));
        unexplained.put("reason", "x");
        assertThat(pointers(unexplained)).containsExactly("/reason");
    }

    @Test
    void onlyAnOfficerReleases() {
        Map<String, Object> release = Officers.release(child(true));
        assertThat(hub.send("/releases", release, Officers.withoutScope()).status())
                .isEqualTo(403);
        assertThat(hub.send("/releases", release, Officers.partner()).status()).isEqualTo(403);
        assertThat(hub.send("/releases", release, Officers.operator()).status()).isEqualTo(403);
        assertThat(hub.send(
                                "/releases/" + PersonId.fresh() + "/end",
                                Map.of("reason", "The meeting is over, nobody needs it."),
                                Officers.officer())
                        .status())
                .isEqualTo(404);
    }
}

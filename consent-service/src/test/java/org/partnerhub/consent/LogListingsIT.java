package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.partnerhub.transparency.ExportVerifier;
import org.partnerhub.transparency.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Officers go through the log of a period by what its entries say; whom they are about is seen only where one is opened. */
class LogListingsIT {

    private static final String LISTINGS = "/log/listings";
    private static final String KNOWN = "cambridgeshire-directors-office";
    private static final String UNKNOWN =
            "peterborough-directors-office"; // not in the directory of these tests, so refused
    private static final List<String> DECISIONS = new ArrayList<>();

    private static final Duration SOON = Duration.ofSeconds(20);

    private static RunningService hub;
    private static PersonId person;

    @BeforeAll
    static void start() {
        hub = new RunningService();
        person = PersonId.fresh();
        for (int i = 0; i < 5; i++) {
            DECISIONS.addFirst(decide(KNOWN));
        }
        decide(UNKNOWN);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String decide(String recipient) {
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(person, recipient, "section-85-notice", "identity", "contact", "stay"),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("decision").asString();
    }

    private static Map<String, Object> wish(Map<String, Object> more) {
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        Map<String, Object> wish = new HashMap<>(Map.of("reason", "Quarterly check", "from", today, "until", today));
        wish.putAll(more);
        return wish;
    }

    private static JsonNode list(Map<String, Object> more) {
        Answer answer = hub.send(LISTINGS, wish(more), RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("logListing", answer.text());
        return answer.json();
    }

    private static List<String> ids(JsonNode listing) {
        return listing.path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "recipient, cambridgeshire-directors-office, 5",
        "recipient, peterborough-directors-office, 1",
        "purpose, section-85-notice, 6",
        "outcome, partial, 5",
        "category, contact, 6",
        "category, voice, 0",
        "ground, vital-interests, 0"
    })
    void eachFilterFindsWhatSaysSo(String filter, String code, int expected) {
        assertThat(ids(list(Map.of("filter", Map.of(filter, code))))).hasSize(expected);
    }

    @Test
    void filtersHoldTogether() {
        assertThat(ids(list(Map.of("filter", Map.of("recipient", UNKNOWN, "outcome", "permit")))))
                .isEmpty();
        assertThat(ids(list(Map.of("filter", Map.of("kinds", List.of("refusal"), "purpose", "section-85-notice")))))
                .hasSize(1);
    }

    @Test
    void pagesFollowEachOtherLatestFirstWithoutGapsOrRepeats() {
        Map<String, Object> filter = Map.of("recipient", KNOWN);
        JsonNode first = list(Map.of("filter", filter, "limit", 2));
        JsonNode second = list(Map.of(
                "filter", filter, "limit", 2, "before", first.path("next").asString()));
        JsonNode third = list(Map.of(
                "filter", filter, "limit", 2, "before", second.path("next").asString()));
        List<String> all = new ArrayList<>(ids(first));
        all.addAll(ids(second));
        all.addAll(ids(third));

        assertThat(all).isEqualTo(DECISIONS);
        assertThat(third.path("next").isString()).isFalse();
    }

    @Test
    void aListDoesNotTellWhomItIsAbout() {
        String text = list(Map.of()).toString();

        assertThat(text).doesNotContain(person.toString(), "subject", "source");
    }

    @Test
    void anOtherDayHoldsNothing() {
        assertThat(ids(list(Map.of("from", "2026-01-01", "until", "2026-01-02"))))
                .isEmpty();
    }

    @Test
    void daysTheWrongWayRoundAndDaysToComeAreRefusedByName() {
        Answer refused =
                hub.send(LISTINGS, wish(Map.of("from", "2099-01-02", "until", "2099-01-01")), RunningService.officer());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/until", "not before the first", "has come");
    }

    @Test
    void aTableHasTheSameEntries() {
        Answer table = hub.sendFor(
                LISTINGS, wish(Map.of("filter", Map.of("recipient", KNOWN))), RunningService.officer(), "text/csv");

        assertThat(table.status()).as(table.text()).isEqualTo(200);
        List<String> lines = table.text().lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("at,kind,entry,index,recipient,purpose,outcome,ground,permitted,withheld,rules,requester");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(5)
                .allMatch(line -> line.split(",", -1).length == 12)
                .allMatch(line -> line.contains(KNOWN) && !line.contains(person.toString()));
        assertThat(lines.get(1)).contains(DECISIONS.getFirst());
    }

    @Test
    void aPartCanBeVerifiedAndNamesNobody() throws IOException, ExportVerifier.NotAnExport {
        await().atMost(SOON)
                .until(() -> hub.bean(JdbcClient.class)
                        .sql(
                                "SELECT count(l) = 6 FROM log_entry e LEFT JOIN log_leaf l ON l.entry = e.id WHERE e.kind IN ('decision', 'refusal')")
                        .query(Boolean.class)
                        .single());
        Verdict some = verified(part(Map.of("filter", Map.of("recipient", KNOWN))));
        Verdict all = verified(part(Map.of()));
        Verdict none = verified(part(Map.of("from", "2026-01-01", "until", "2026-01-02")));

        assertThat(some.entries()).isEqualTo(5);
        assertThat(all.entries()).isEqualTo(6);
        assertThat(none.entries()).isZero();
        assertThat(List.of(some, all, none))
                .allMatch(Verdict::part)
                .allMatch(Verdict::intact)
                .allMatch(it -> it.leftOut() > 0);
    }

    private static String part(Map<String, Object> more) {
        Answer answer = hub.sendFor(LISTINGS, wish(more), RunningService.officer(), "application/x-ndjson");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain(person.toString(), "Quarterly check");
        return answer.text();
    }

    private static Verdict verified(String part) throws IOException, ExportVerifier.NotAnExport {
        return ExportVerifier.verify(new BufferedReader(new StringReader(part)), List.of(), null, (entries, of) -> {});
    }

    @Test
    void whoOpensAnEntryIsNotedUnderThePersonItIsAbout() {
        String entry = DECISIONS.getFirst();
        Answer opened =
                hub.send("/log/searches", Map.of("entry", entry, "reason", "Complaint 17"), RunningService.officer());

        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        PublishedAnswers.assertFits("logEntries", opened.text());
        assertThat(opened.json()
                        .path("entries")
                        .get(0)
                        .path("fields")
                        .path("subject")
                        .asString())
                .isEqualTo(person.toString());
        assertThat(looks("Complaint 17")).containsExactly(person.toString());
    }

    private static List<String> looks(String reason) {
        return hub.bean(JdbcClient.class)
                .sql("""
                        SELECT v.subject FROM log_entry e JOIN log_value v ON v.entry = e.id
                         WHERE e.kind = 'officer-looked' AND v.fields -> 'reason' ->> 1 = :reason
                        """)
                .param("reason", reason)
                .query((row, number) -> row.getString("subject"))
                .list();
    }
}

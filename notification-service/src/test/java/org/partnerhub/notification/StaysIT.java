package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.notification.stay.outgoing.StayClocks;
import org.partnerhub.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stays over time, on a real database and broker: the clocks are asked at the time that a test names. */
class StaysIT {

    private static final TestHub HUB = TestHub.start("hub.stays.poll-interval=1h");
    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final String HOSPITAL =
            ISSUER.partner("cambridge-university-hospitals", "admission.notify").signed();
    private static final String OTHER_HOSPITAL =
            ISSUER.partner("cpft", "admission.notify").signed();
    private static final String COUNCIL = ISSUER.partner(
                    "cambridgeshire-county-council", "admission.read", "mailbox.read")
            .signed();
    private static final String NEIGHBOUR =
            ISSUER.partner("peterborough-city-council", "admission.read").signed();
    private static final String OFFICER = ISSUER.officer("officer.adeyemi", "governance-officer", "stay.oversee")
            .signed();
    private static final String ADAPTER =
            ISSUER.service("fhir-adapter", "internal.stays").signed();

    private final PersonId child = PersonId.fresh();
    private final String visit = "V-" + UUID.randomUUID();
    private final Instant admitted = Instant.now().minus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @BeforeEach
    void thePersonIsKnown() {
        HUB.consentService.permitOn(child, GroundKind.STATUTORY_DUTY);
        resolvesTo(child);
    }

    @Test
    void aStayThatNobodyCalledLongIsRemindedToldByTheHubAndADuty() {
        String self = admit(admission("").replace("\"expectedUntil\":\"2027-12-01\",", ""));
        standing(self, "watched");

        passTo(70);
        assertThat(kinds(self)).containsExactly("reminder");
        passTo(84);
        assertThat(kinds(self)).containsExactly("reminder", "automatic");
        assertThat(read(self).path("overdue").findValuesAsString("what")).contains("notice");

        passTo(84);
        passTo(88);
        assertThat(kinds(self)).startsWith("reminder", "automatic").contains("chase", "escalation");
        JsonNode notice = collected("section-85-notice");
        assertThat(notice.path("content").path("stay").path("notice").asString())
                .isEqualTo("automatic");
        assertThat(notice.path("content").path("stay").path("givenBy").asString())
                .isEqualTo("hub");
        assertThat(Schemas.bundled().violations("disclosure", notice)).isEmpty();
    }

    @Test
    void clocksRunOnceInAClusterAndASecondTimeAfterACrash() throws Exception {
        String self = admit(admission("").replace("\"expectedUntil\":\"2027-12-01\",", ""));
        standing(self, "watched");
        Instant then = admitted.plus(Duration.ofDays(85));

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var ticks = List.of(1, 2, 3, 4).stream()
                    .map(_ -> instances.submit(() -> clocks().tick(then)))
                    .toList();
            for (var tick : ticks) {
                tick.get();
            }
        }
        HUB.database.sql("update stay set next_at = now()").update();
        passTo(85);

        assertThat(kinds(self)).filteredOn("automatic"::equals).hasSize(1);
    }

    @Test
    void transferLeaveDischargeAndAftercareAreFollowed() {
        String self = admit(admission(",\"legalStatus\":\"03\""));
        standing(self, "notified");

        assertThat(tell(self + "/transfer", "{\"at\":\"%s\",\"ward\":\"Another\"}".formatted(Instant.now())))
                .isEqualTo(200);
        assertThat(tell(self + "/leave", "{\"from\":\"%s\"}".formatted(Instant.now())))
                .isEqualTo(200);
        await().until(() -> read(self).path("onLeave").asBoolean(false));
        assertThat(tell(self + "/leave", "{\"backAt\":\"%s\"}".formatted(Instant.now())))
                .isEqualTo(200);
        String planned = Instant.now().plus(14, ChronoUnit.DAYS).toString();
        assertThat(tell(self + "/discharge", "{\"plannedFor\":\"%s\"}".formatted(planned)))
                .isEqualTo(200);
        await().until(() -> kinds(self).contains("aftercare"));
        assertThat(read(self).path("notices").findValuesAsString("to"))
                .containsExactlyInAnyOrder("council", "council", "icb");

        JsonNode aftercare = collected("section-117-aftercare");
        assertThat(aftercare.path("content").path("legal-status").path("code").asString())
                .isEqualTo("03");
        assertThat(aftercare.path("content").path("stay").path("section").asString())
                .isEqualTo("117");
        assertThat(Schemas.bundled().violations("disclosure", aftercare)).isEmpty();

        assertThat(tell(
                        self + "/discharge",
                        "{\"at\":\"%s\",\"destination\":\"19\"}"
                                .formatted(Instant.now().minusSeconds(5))))
                .isEqualTo(200);
        standing(self, "ended");
        assertThat(kinds(self)).containsOnlyOnce("discharge");
    }

    @Test
    void aCancelledAdmissionWithdrawsItsNotice() {
        String self = admit(admission(""));
        standing(self, "notified");

        assertThat(tell(self + "/cancellation", "{\"of\":\"admission\"}")).isEqualTo(200);

        standing(self, "cancelled");
        assertThat(kinds(self)).containsExactly("intention", "withdrawn");
    }

    @Test
    void theSameVisitNumberCorrectsAndAnotherHospitalsIsAnotherVisit() {
        String self = admit(admission(""));
        String corrected = admission("")
                .replace(admitted.toString(), admitted.minus(3, ChronoUnit.DAYS).toString());
        assertThat(admit(corrected)).isEqualTo(self);
        String elsewhere = HUB.submit("/admissions", OTHER_HOSPITAL, admission(""), key())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(elsewhere).isNotEqualTo(self);
        await().until(() -> read(self).path("admissions").size() == 2);
        assertThat(read(self).path("admittedOn").asString())
                .isEqualTo(LocalDate.ofInstant(admitted.minus(3, ChronoUnit.DAYS), ZoneId.of("Europe/London"))
                        .toString());
        assertThat(kinds(self)).as("one stay, one notice").containsExactly("intention");
    }

    @Test
    void aCouncilAcknowledgesAndNobodyElseCan() {
        String self = admit(admission(""));
        standing(self, "notified");

        assertThat(HUB.submit(self + "/acknowledgement", NEIGHBOUR, "{}", null).statusCode())
                .isEqualTo(404);
        HttpResponse<String> done = HUB.submit(
                self + "/acknowledgement", COUNCIL, "{\"by\":\"duty manager\",\"reference\":\"LCS-1\"}", null);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(Schemas.bundled().answerViolations("stayAcknowledged", TestHub.json(done)))
                .isEmpty();
        assertThat(read(self).path("acknowledgedAt").asString("")).isNotBlank();
        passTo(20);
        assertThat(kinds(self)).doesNotContain("chase");
    }

    @Test
    void whatIsUnclearIsAskedAndAnsweredByAnOfficer() {
        String self = admit(admission("")
                .replace(
                        "\"ordinaryResidence\":{\"authority\":\"E10000003\"}",
                        "\"ordinaryResidence\":{\"noFixedAbode\":false}"));
        standing(self, "for-a-person");
        assertThat(read(self).path("questions").findValuesAsString("answeredBy"))
                .containsExactly("ordinaryResidence");

        String answer = "{\"by\":\"officer\",\"ordinaryResidence\":{\"authority\":\"E06000031\"}}";
        assertThat(HUB.submit(self + "/answer", NEIGHBOUR, answer, key()).statusCode())
                .isEqualTo(403);
        assertThat(HUB.submit(self + "/answer", OFFICER, answer, key()).statusCode())
                .isEqualTo(200);

        standing(self, "notified");
        assertThat(read(self).path("authority").asString()).isEqualTo("E06000031");
    }

    @Test
    void eachSeesTheirOwnStaysAndOfficersSeeAllWithoutNames() {
        String self = admit(admission(""));
        standing(self, "notified");
        String id = self.substring(self.lastIndexOf('/') + 1);

        assertThat(HUB.read("/stays?limit=200", HOSPITAL).body()).contains(id);
        assertThat(HUB.read("/stays?limit=200", COUNCIL).body()).contains(id);
        assertThat(HUB.read("/stays?limit=200", NEIGHBOUR).body()).doesNotContain(id);
        HttpResponse<String> all = HUB.read("/stays?limit=200", OFFICER);
        assertThat(all.body()).contains(id).doesNotContain("Marlow", "9990001014", child.toString());
        assertThat(Schemas.bundled().answerViolations("stays", TestHub.json(all)))
                .isEmpty();
        assertThat(HUB.read("/stays?overdue=true", OFFICER).body()).doesNotContain(id);
        assertThat(all.body()).contains("\"settings\":[\"");
        assertThat(HUB.read("/stays?limit=200", COUNCIL).body()).doesNotContain("\"settings\"");
    }

    @Test
    void whatAnOfficerSeesOfAStayIsInTheDisclosureLogFirst() {
        String self = admit(admission(""));
        standing(self, "notified");
        int before = HUB.consentService.looksAt(child).size();

        assertThat(HUB.read(self, HOSPITAL).statusCode()).isEqualTo(200);
        assertThat(HUB.consentService.looksAt(child)).as("a partner's own").hasSize(before);
        assertThat(HUB.read(self, OFFICER).statusCode()).isEqualTo(200);
        assertThat(HUB.consentService.looksAt(child)).hasSize(before + 1).last().isEqualTo("stay");

        HUB.consentService.notesLooks(false);
        try {
            for (String path : List.of(self, "/stays")) {
                HttpResponse<String> refused = HUB.read(path, OFFICER);
                assertThat(refused.statusCode()).as(path).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.body()).doesNotContain("stays\":", "E10000003");
            }
            assertThat(HUB.read("/stays", COUNCIL).statusCode())
                    .as("partners go on")
                    .isEqualTo(200);
        } finally {
            HUB.consentService.notesLooks(true);
        }
    }

    @Test
    void aPersonWhomTheHubKnowsNeedsNoNameAndAnUnknownOneIsRefusedAtOnce() {
        HUB.referralService.stubFor(get(urlEqualTo("/internal/people/" + child + "/facts"))
                .willReturn(okJson(
                        "{\"person\":\"" + child + "\",\"birthDate\":\"2011-09-05\",\"protectedWhereabouts\":false}")));
        HUB.referralService.stubFor(get(urlEqualTo("/internal/people/" + child + "/identity"))
                .willReturn(okJson(
                        "{\"name\":{\"given\":[\"Idris\"],\"family\":\"Marlow\"},\"birthDate\":\"2011-09-05\"}")));
        String self = admit(known(child));
        standing(self, "notified");
        assertThat(collected("section-85-notice")
                        .path("content")
                        .path("identity")
                        .path("name")
                        .path("family")
                        .asString())
                .isEqualTo("Marlow");

        PersonId nobody = PersonId.fresh();
        HUB.referralService.stubFor(
                get(urlEqualTo("/internal/people/" + nobody + "/facts")).willReturn(notFound()));
        HttpResponse<String> refused = HUB.submit("/admissions", HOSPITAL, known(nobody), key());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestHub.json(refused).path("errors").findValuesAsString("pointer"))
                .containsExactly("/subject/personId");
    }

    @Test
    void mergedPeoplesStaysAreOnePersons() {
        String self = admit(admission(""));
        standing(self, "notified");
        PersonId other = PersonId.fresh();
        HUB.consentService.permitOn(other, GroundKind.STATUTORY_DUTY);
        resolvesTo(other);
        String second = HUB.submit("/admissions", OTHER_HOSPITAL, admission(""), key())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        standing(second, "notified");

        HUB.publish(new PersonMerged(other, child));

        await().until(() -> read(self).path("admissions").size() == 2);
    }

    @Test
    void aStayWithoutAVisitNumberIsFollowedByTheHospitalsNumberOfThePatient() {
        String patient = "P-" + UUID.randomUUID();
        store(report(StayEvent.ADMITTED)
                .patient(patient)
                .admittedAt(admitted)
                .ordinaryResidence(Residence.in("E10000003"))
                .subject(demographics("Marlow"))
                .build());
        store(report(StayEvent.DISCHARGED)
                .patient(patient)
                .dischargedAt(admitted.plus(Duration.ofDays(3)))
                .build());
        String self = "/admissions/" + visitsOf("patient " + patient).getFirst();
        await().until(() -> !read(self).path("endedOn").asString("").isEmpty());

        send(new IncomingReport(
                new PartnerId("cpft"),
                "hl7v2",
                "MSG-9",
                report(StayEvent.ADMITTED)
                        .patient(patient)
                        .admittedAt(admitted)
                        .subject(demographics("Other"))
                        .build(),
                null,
                null));
        assertThat(visitsOf("patient " + patient)).as("one at each hospital").hasSize(2);
    }

    private static List<UUID> visitsOf(String number) {
        return HUB.database
                .sql("select id from visit where number = :number order by partner")
                .param("number", number)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    @Test
    void aHospitalsMergeMovesTheFormerPatientsStay() {
        String former = "F-" + UUID.randomUUID();
        String survivor = "S-" + UUID.randomUUID();
        store(report(StayEvent.ADMITTED)
                .visitNumber(visit)
                .patient(former)
                .admittedAt(admitted)
                .ordinaryResidence(Residence.in("E10000003"))
                .subject(demographics("Marlowe"))
                .build());
        PersonId merged = PersonId.fresh();
        HUB.consentService.permitOn(merged, GroundKind.STATUTORY_DUTY);
        await().until(() -> subjectOf(visit).equals(child.value()));
        resolvesTo(merged);

        store(report(StayEvent.PATIENTS_MERGED)
                .patient(survivor)
                .formerPatient(former)
                .subject(demographics("Marlow"))
                .build());

        await().until(() -> subjectOf(visit).equals(merged.value()));
    }

    @Test
    void aMessageOfAnAdapterIsStoredOnceHoweverOftenItComes() {
        StayReport report = report(StayEvent.ADMITTED)
                .visitNumber(visit)
                .admittedAt(admitted)
                .patientClass(PatientClass.INPATIENT)
                .subject(demographics("Marlow"))
                .build();
        assertThat(store(report).path("repeated").asBoolean()).isFalse();
        assertThat(store(report).path("repeated").asBoolean()).isTrue();
        assertThat(HUB.database
                        .sql(
                                "select count(*) from admission_message where visit = (select id from visit where number = :n)")
                        .param("n", visit)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatNobodyCouldReadIsKeptAndShownToOperatorsWithoutItsContent() {
        send(new IncomingReport(
                new PartnerId("cambridge-university-hospitals"),
                "hl7v2",
                key(),
                null,
                "no-person",
                "MSH|^~\\&|secret"));
        HttpResponse<String> listed = HUB.read("/stays/unreadable", OFFICER);

        assertThat(listed.body()).contains("no-person").doesNotContain("secret");
        assertThat(Schemas.bundled().answerViolations("unreadableReports", TestHub.json(listed)))
                .isEmpty();
        String id = TestHub.json(listed).path("messages").path(0).path("id").asString();
        assertThat(HUB.submit("/stays/unreadable/" + id + "/looked-at", OFFICER, "", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(HUB.read("/stays/unreadable", OFFICER).body()).doesNotContain(id);
        assertThat(HUB.read("/stays/unreadable", HOSPITAL).statusCode()).isEqualTo(403);
    }

    @Test
    void anOperatorTakesANoticeByHandAndSettlesIt() {
        String self = admit(admission("")
                .replace(
                        "\"ordinaryResidence\":{\"authority\":\"E10000003\"}",
                        "\"ordinaryResidence\":{\"authority\":\"E09000007\"}"));
        standing(self, "notified");
        assertThat(kinds(self)).containsExactly("intention", "by-hand");
        String notice = read(self).path("notices").path(0).path("id").asString();
        String path = "/stays/notices/" + notice;

        assertThat(HUB.submit(path + "/settlement", OFFICER, "", null).statusCode())
                .as("not taken out")
                .isEqualTo(409);
        assertThat(HUB.submit(path + "/content", COUNCIL, "", null).statusCode())
                .isEqualTo(403);
        HttpResponse<String> content = HUB.submit(path + "/content", OFFICER, "", null);
        assertThat(content.statusCode()).as(content.body()).isEqualTo(200);
        assertThat(Schemas.bundled().violations("disclosure", TestHub.json(content)))
                .isEmpty();
        assertThat(HUB.consentService.askedAbout(child))
                .as("decided like any other")
                .isNotEmpty();
        assertThat(HUB.consentService.looksAt(child)).contains("stay-notice");
        assertThat(HUB.submit(path + "/settlement", OFFICER, "", null).statusCode())
                .isEqualTo(200);
        assertThat(HUB.submit(path + "/settlement", OFFICER, "", null).statusCode())
                .isEqualTo(409);

        assertThat(read(self).path("notices").path(0).path("delivery").asString())
                .isEqualTo("delivered");
        await().until(() -> HUB.outcomes(UUID.fromString(notice)).contains(Outcome.DELIVERED));
    }

    private static StayReport.Builder report(StayEvent event) {
        return StayReport.of(event, Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private static Demographics demographics(String family) {
        return new Demographics(
                null,
                "not-known",
                null,
                new PersonName(List.of("Idris"), family),
                LocalDate.of(2011, 9, 5),
                null,
                null,
                null,
                null);
    }

    private static JsonNode store(StayReport report) {
        return send(new IncomingReport(
                new PartnerId("cambridge-university-hospitals"), "hl7v2", "MSG-1", report, null, null));
    }

    private static JsonNode send(IncomingReport report) {
        HttpResponse<String> answer = HUB.submit(
                "/internal/stays/reports", ADAPTER, JsonMapper.shared().writeValueAsString(report), null);
        assertThat(answer.statusCode()).isIn(200, 201);
        return TestHub.json(answer);
    }

    private static UUID subjectOf(String visit) {
        return HUB.database
                .sql("select coalesce(subject, '00000000-0000-0000-0000-000000000000') from visit where number = :n")
                .param("n", visit)
                .query(UUID.class)
                .single();
    }

    private static void resolvesTo(PersonId person) {
        HUB.referralService.stubFor(post(urlEqualTo("/internal/people/resolve"))
                .willReturn(okJson("{\"person\":\"" + person
                        + "\",\"birthDate\":\"2011-09-05\",\"protectedWhereabouts\":false}")));
    }

    private String known(PersonId person) {
        return admission("")
                .replaceAll("\"subject\":\\{.*\"2011-09-05\"\\}", "\"subject\":{\"personId\":\"" + person + "\"}");
    }

    private String admission(String more) {
        return """
                {"visitNumber":"%s","subject":{"nhsNumber":"9990001014","name":{"given":["Idris"],"family":"Marlow"},\
                "birthDate":"2011-09-05"},"setting":{"odsCode":"RGT","kind":"nhs-hospital","funding":"nhs",\
                "authority":"E10000003"},"admittedAt":"%s","expectedUntil":"2027-12-01",\
                "ordinaryResidence":{"authority":"E10000003"}%s}""".formatted(visit, admitted, more);
    }

    private static String admit(String body) {
        HttpResponse<String> answer = HUB.submit("/admissions", HOSPITAL, body, key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static int tell(String path, String body) {
        return HUB.submit(path, HOSPITAL, body, key()).statusCode();
    }

    private static JsonNode read(String self) {
        return TestHub.json(HUB.read(self, OFFICER));
    }

    private static void standing(String self, String state) {
        await().until(() -> read(self).path("state").asString(), state::equals);
    }

    private static List<String> kinds(String self) {
        return read(self).path("notices").findValuesAsString("kind");
    }

    private void passTo(int days) {
        Instant then = admitted.plus(Duration.ofDays(days));
        HUB.database
                .sql("update stay set next_at = now() where next_at is not null")
                .update();
        while (clocks().tick(then)) {
            Thread.onSpinWait();
        }
    }

    private static StayClocks clocks() {
        return HUB.context.getBean(StayClocks.class);
    }

    private JsonNode collected(String purpose) {
        for (JsonNode item :
                TestHub.json(HUB.read("/mailbox?limit=200", COUNCIL)).path("items")) {
            if (item.path("subject").asString().equals(child.toString())
                    && item.path("purpose").asString().equals(purpose)) {
                return TestHub.json(HUB.read("/mailbox/" + item.path("id").asString(), COUNCIL));
            }
        }
        throw new AssertionError("No such item in the mailbox.");
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }
}

package org.partnerhub.contracts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.consent.EmbeddedConsent;
import org.partnerhub.contracts.content.ContentRequest;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionBatch;
import org.partnerhub.contracts.decision.DecisionBatchAnswer;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.decision.DecisionTrial;
import org.partnerhub.contracts.decision.DecisionTried;
import org.partnerhub.contracts.directory.AgreementsInForce;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.log.OfficerLook;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.schema.Bundle;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.contracts.stay.SettingKind;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.contracts.stay.StoredReport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records that travel between the services and schema/internal.json say the same. */
class InternalBodiesTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final PersonId PERSON = PersonId.fresh();
    private static final RecipientId RECIPIENT = new RecipientId("cpft-camhs");
    private static final Purpose PURPOSE = new Purpose("mental-health-specialist");
    private static final Set<Category> EVERYTHING = EnumSet.allOf(Category.class);

    static Stream<Record> bodies() {
        String source = "referral/" + UUID.randomUUID();
        return Stream.of(
                new PersonFacts(PERSON, LocalDate.of(2011, 3, 14), true),
                new PersonFacts(PERSON, null, false),
                new ContentRequest(UUID.randomUUID(), source),
                new Released("referral", source, java.util.Map.of()),
                new DecisionRequest(
                        PERSON,
                        RECIPIENT,
                        PURPOSE,
                        EVERYTHING,
                        UUID.randomUUID(),
                        1,
                        Set.of("referral-service"),
                        source,
                        null),
                new DecisionRequest(
                        PERSON,
                        RECIPIENT,
                        PURPOSE,
                        Set.of(),
                        UUID.randomUUID(),
                        2,
                        Set.of("referral-service"),
                        source,
                        "cpft"),
                new OfficerLook(
                        "referral-service", "officer.adeyemi", "person-search", "Complaint", PERSON, source, List.of()),
                new OfficerLook(
                        "referral-service",
                        "officer.adeyemi",
                        "person-search",
                        "Complaint",
                        null,
                        null,
                        List.of("Marlow")),
                new IncomingReport(new PartnerId("cpft"), "hl7v2", "C-1", report(), null, null),
                new IncomingReport(new PartnerId("cpft"), "fhir", "C-2", null, "no-name", "MSH|"),
                new StoredReport(UUID.randomUUID(), true),
                report(),
                permitted(),
                refused(),
                new DecisionTrial(PERSON, null, RECIPIENT, PURPOSE, EVERYTHING),
                new DecisionTrial(null, LocalDate.of(2011, 3, 14), RECIPIENT, PURPOSE, Set.of()),
                new DecisionTried(
                        refused().outcome(), refused().categories(), refused().missing(), "0".repeat(64)),
                new DecisionBatch(List.of(new DecisionRequest(
                        PERSON,
                        RECIPIENT,
                        PURPOSE,
                        EVERYTHING,
                        UUID.randomUUID(),
                        1,
                        Set.of("referral-service"),
                        source,
                        null))),
                new DecisionBatchAnswer(List.of(
                        new DecisionBatchAnswer.Item(permitted(), null),
                        new DecisionBatchAnswer.Item(null, "log-stopped"))),
                directory(),
                new AgreementsInForce(
                        List.of(new AgreementsInForce.InForce(new PartnerId("cpft"), LocalDate.of(2027, 3, 31)))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void itsJsonFitsAndComesBack(Record body) {
        JsonNode json = JSON.readTree(JSON.writeValueAsString(body));
        assertThat(Bundle.definition("internal", body.getClass().getSimpleName())
                        .validate(json))
                .isEmpty();
        assertThat(JSON.treeToValue(json, body.getClass())).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PersonFacts.class,
                ContentRequest.class,
                Released.class,
                DecisionRequest.class,
                DecisionAnswer.class,
                DecisionTrial.class,
                DecisionTried.class,
                DecisionBatch.class,
                DecisionBatchAnswer.class,
                Directory.class,
                AgreementsInForce.class,
                OfficerLook.class,
                EmbeddedConsent.class,
                StayReport.class,
                IncomingReport.class,
                StoredReport.class
            })
    void itHasTheSchemasPropertiesAndNoOther(Class<?> record) {
        JsonNode schema = Bundle.file("internal").path("$defs").path(record.getSimpleName());
        assertThat(schema.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(names(record, true));
        assertThat(schema.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(names(record, false));
    }

    private static List<String> names(Class<?> record, boolean optional) {
        return Arrays.stream(record.getRecordComponents())
                .filter(it -> optional || !it.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static StayReport report() {
        return StayReport.of(StayEvent.ADMITTED, Instant.parse("2026-11-19T08:40:20Z"))
                .visitNumber("V-1")
                .patientClass(PatientClass.INPATIENT)
                .setting(new Setting("RGT", null, null, SettingKind.NHS_HOSPITAL, Funding.NHS, "E10000003"))
                .ordinaryResidence(Residence.in("E10000003"))
                .expectedUntil(LocalDate.of(2027, 3, 1))
                .build();
    }

    private static DecisionAnswer permitted() {
        return new DecisionAnswer(
                DecisionId.fresh(),
                DecisionAnswer.Outcome.PARTIAL,
                List.of(new CategoryAnswer(
                        Category.IDENTITY,
                        true,
                        List.of(),
                        GroundKind.EXPLICIT_CONSENT,
                        List.of("consent/" + UUID.randomUUID(), "agreement/ISA-2026-001"),
                        Instant.parse("2027-01-01T00:00:00Z"))),
                GroundKind.EXPLICIT_CONSENT,
                UUID.randomUUID().toString(),
                null,
                "a.b.c",
                Instant.parse("2026-11-19T08:40:20Z"),
                "0".repeat(64));
    }

    private static DecisionAnswer refused() {
        var reason = new CategoryAnswer.Reason("no-consent", "There is no consent in force.");
        return new DecisionAnswer(
                DecisionId.fresh(),
                DecisionAnswer.Outcome.REFUSE,
                List.of(new CategoryAnswer(Category.IDENTITY, false, List.of(reason))),
                null,
                null,
                DecisionAnswer.Missing.CONSENT,
                null,
                null,
                "0".repeat(64));
    }

    private static Directory directory() {
        PartnerId partner = new PartnerId("cpft");
        return new Directory(
                List.of(new Directory.Partner(partner, "CPFT", "mental-health", "RT1")),
                List.of(new Directory.Recipient(
                        RECIPIENT,
                        "CAMHS",
                        "mental-health",
                        "camhs",
                        Set.of(partner),
                        null,
                        null,
                        Directory.Channel.FHIR)));
    }
}

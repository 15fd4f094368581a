package org.partnerhub.fhir.admission.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.fhir.admission.ReadMessage;

class AdtReadingTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final AdtReading READING =
            new AdtReading(Set.of("P"), Set.of("LEGALSTATUS"), Clock.fixed(NOW, ZoneOffset.UTC));
    private static final String PID = "PID|1||9990001014^^^NHS^NH~H4711^^^RGT^MR||MARLOW^IDRIS^T||20110905|M|||"
            + "1 Invented Way^^Wisbech^^PE13 1AA^GBR^H^^E10000003";

    static String message(String event, String... segments) {
        return "MSH|^~\\&|PAS|RGT|HUB|HUB|20261120101500||ADT^" + event + "|C-" + event + "|P|2.4\r" + "EVN|" + event
                + "|20261120101400|||||\r" + String.join("\r", segments) + "\r";
    }

    private static StayReport taken(String text) {
        assertThat(READING.read(text)).isInstanceOf(ReadMessage.Taken.class);
        return ((ReadMessage.Taken) READING.read(text)).report();
    }

    @Test
    void anAdmissionIsReadWithAllThatTheHubNeeds() {
        StayReport report = taken(message(
                "A01",
                PID,
                "PV1|1|I|WARD1^BAY^BED^RGT01|13||||||711|||||||||V-204|||||||||||||||||||||||||202611160900",
                "PV2|||||||||20270301|98",
                "OBX|1|CE|LEGALSTATUS||03^Section 3"));

        assertThat(report.event()).isEqualTo(StayEvent.ADMITTED);
        assertThat(report.saidAt()).isEqualTo("2026-11-20T10:14:00Z");
        assertThat(report.visitNumber()).isEqualTo("V-204");
        assertThat(report.patient()).isEqualTo("H4711@RGT");
        assertThat(report.patientClass()).isEqualTo(PatientClass.INPATIENT);
        assertThat(report.site()).isEqualTo("RGT01");
        assertThat(report.admittedAt()).isEqualTo("2026-11-16T09:00:00Z");
        assertThat(report.expectedUntil()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(report.expectedDays()).isEqualTo(98);
        assertThat(report.legalStatus()).isEqualTo("03");
        assertThat(Objects.requireNonNull(report.ordinaryResidence()).authority())
                .isEqualTo("E10000003");
        var subject = Objects.requireNonNull(report.subject());
        assertThat(subject.name().family()).isEqualTo("MARLOW");
        assertThat(subject.name().given()).containsExactly("IDRIS", "T");
        assertThat(subject.birthDate()).isEqualTo("2011-09-05");
        assertThat(Objects.requireNonNull(subject.nhsNumber()).value()).isEqualTo("9990001014");
        assertThat(subject.address()).as("an address is not needed").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "A01,admitted",
        "A02,transferred",
        "A03,discharged",
        "A04,registered",
        "A05,pre-admitted",
        "A08,updated",
        "A11,admission-cancelled",
        "A12,transfer-cancelled",
        "A13,discharge-cancelled",
        "A16,discharge-planned",
        "A21,went-on-leave",
        "A22,came-back",
        "A25,discharge-plan-cancelled",
        "A28,person-updated",
        "A31,person-updated"
    })
    void everyTriggerEventIsRead(String trigger, String event) {
        assertThat(taken(message(trigger, PID, "PV1|1|I|||||||||||||||||V-1"))
                        .event()
                        .code())
                .isEqualTo(event);
    }

    @Test
    void aMergeNamesBothPatients() {
        StayReport report = taken(message("A40^ADT_A39", PID, "MRG|H1234^^^RGT^MR"));

        assertThat(report.event()).isEqualTo(StayEvent.PATIENTS_MERGED);
        assertThat(report.patient()).isEqualTo("H4711@RGT");
        assertThat(report.formerPatient()).isEqualTo("H1234@RGT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.2", "9.9", ""
            })
    void everyVersionIsRead(String version) {
        assertThat(taken(message("A01", PID, "PV1|1|I").replace("|P|2.4", "|P|" + version))
                        .event())
                .isEqualTo(StayEvent.ADMITTED);
    }

    @Test
    void segmentsOfTheSendersOwnAndInOddPlacesAreNoHindrance() {
        assertThat(taken(message(
                                "A03",
                                "ZZ1|odd|^~",
                                "PV1|1|I|||||||||||||||||V-1|||||||||||||||||1|53||||||||20261101",
                                "ZBX|1",
                                PID,
                                "OBX|1|XX|A||B"))
                        .dischargeDestination())
                .isEqualTo("53");
    }

    @Test
    void aPlannedDischargeAndItsMethodAreRead() {
        assertThat(taken(message("A16", PID, "PV1|1|I|||||||||||||||||V-1", "PV2|||||||||202612011000"))
                        .dischargePlannedFor())
                .isEqualTo("2026-12-01T10:00:00Z");
        StayReport left =
                taken(message("A03", PID, "PV1|1|I|||||||||||||||||V-1|||||||||||||||||8|98||||||||202611191000"));
        assertThat(left.dischargeMethod()).isEqualTo("8");
        assertThat(left.dischargeDestination()).isEqualTo("98");
    }

    @Test
    void aClockThatRunsAheadIsNotBelieved() {
        assertThat(taken(message("A01", PID).replace("EVN|A01|20261120101400", "EVN|A01|20290801070624"))
                        .saidAt())
                .isEqualTo("2026-11-20T10:15:00Z");
    }

    @Test
    void aNumberThatFailsItsCheckIsKeptAsUnverifiedAndTheSenderHearsSo() {
        ReadMessage read = READING.read(message("A01", PID.replace("9990001014", "9990001015")));

        assertThat(read).isInstanceOfSatisfying(ReadMessage.Taken.class, it -> {
            assertThat(it.remark()).contains("NHS number");
            assertThat(Objects.requireNonNull(it.report().subject()).nhsNumber())
                    .isNull();
            assertThat(it.report().subject().nhsNumberAbsent()).isEqualTo("not-known");
            assertThat(it.report().subject().agencyNumbers())
                    .containsExactly(new AgencyNumber(AgencyNumber.UNVERIFIED_NHS, "9990001015"));
            assertThat(it.report().patient()).isEqualTo("H4711@RGT");
        });
    }

    @ParameterizedTest
    @CsvSource({"ZZ99 3VZ,true,", "ZZ99 6CZ,,true", "ZZ99 3WZ,,", "PE13 1AA,,"})
    void onlyPseudoPostcodesSayAnything(String postcode, Boolean nowhere, Boolean abroad) {
        StayReport report =
                taken(message("A01", PID.replace("PE13 1AA", postcode).replace("^^E10000003", "")));
        var residence = report.ordinaryResidence();

        assertThat(residence == null ? null : residence.noFixedAbode()).isEqualTo(nowhere);
        assertThat(residence == null ? null : residence.abroad()).isEqualTo(abroad);
    }

    @ParameterizedTest
    @CsvSource({"ORU^R01,message-type", "ADT^A17,trigger-event"})
    void whatTheHubDoesNotFollowIsRefused(String type, String code) {
        String text = "MSH|^~\\&|PAS|RGT|HUB|HUB|20261120101500||" + type + "|C-1|P|2.4\r" + PID + "\r";

        assertThat(READING.read(text))
                .isInstanceOfSatisfying(
                        ReadMessage.Refused.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    @Test
    void aTriggerEventThatOnlyEvnNamesWillDo() {
        assertThat(taken(message("A03", PID, "PV1|1|I").replace("ADT^A03", "ADT"))
                        .event())
                .isEqualTo(StayEvent.DISCHARGED);
        assertThat(READING.read(message("A03", PID).replace("ADT^A03", "ADT").replace("EVN|A03", "EVN|")))
                .isInstanceOf(ReadMessage.Unreadable.class);
    }

    @Test
    void lineFeedsWillDoForCarriageReturns() {
        assertThat(taken(message("A01", PID, "PV1|1|I").replace("\r", "\n")).event())
                .isEqualTo(StayEvent.ADMITTED);
    }

    @Test
    void trainingMessagesAreRefused() {
        assertThat(READING.read(message("A01", PID).replace("|P|2.4", "|T|2.4")))
                .isInstanceOf(ReadMessage.Refused.class);
    }

    @Test
    void whatTheHubShouldFollowAndCannotReadIsKept() {
        assertThat(READING.read("nonsense")).isInstanceOf(ReadMessage.Unreadable.class);
        assertThat(READING.read(message("A01")))
                .isInstanceOfSatisfying(
                        ReadMessage.Unreadable.class,
                        it -> assertThat(it.code()).isEqualTo("no-patient"));
        assertThat(READING.read(message("A01", "PID|1||H1")))
                .isInstanceOfSatisfying(
                        ReadMessage.Unreadable.class,
                        it -> assertThat(it.code()).isEqualTo("no-name"));
        assertThat(READING.read(message("A40", PID))).isInstanceOf(ReadMessage.Unreadable.class);
    }

    /** Whatever is broken off, doubled or put in, a reader answers and never fails. */
    @Property(tries = 500)
    void nothingMakesItFail(
            @ForAll @IntRange(max = 400) int cut, @ForAll @IntRange(max = 400) int into, @ForAll char put) {
        String whole = message("A01", PID, "PV1|1|I|W^B^C|||||||||||||||||V-1", "PV2|||||||||20270301");
        String broken = whole.substring(0, Math.min(cut, whole.length()));
        int at = Math.min(into, whole.length());

        assertThat(READING.read(broken)).isNotNull();
        assertThat(READING.read(whole.substring(0, at) + put + whole.substring(at)))
                .isNotNull();
    }
}

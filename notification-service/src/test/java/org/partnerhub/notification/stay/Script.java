package org.partnerhub.notification.stay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.PatientClass;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.contracts.stay.SettingKind;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;

/**
 * What happened, as a table says it: {@code 2026-01-05 admitted; 2026-01-09 expected 2026-05-01}. A word in front of the day, such as
 * {@code B:}, names another hospital. Everything is said at noon of its day.
 */
record Script(List<Told> reports, Council council) {

    /** What becomes of a notice to a council. */
    enum Council {
        ACKNOWLEDGES("acknowledges"),
        SILENT("silent"),
        BY_HAND("by hand"),
        OUT_OF_REACH("out of reach");

        private final String step;

        Council(String step) {
            this.step = step;
        }

        static Optional<Council> of(String step) {
            return Arrays.stream(values()).filter(it -> it.step.equals(step)).findFirst();
        }
    }

    private static final LocalTime NOON = LocalTime.NOON;

    static Script of(String text, @Nullable Setting setting, Residence residence) {
        List<Told> reports = new ArrayList<>();
        Council council = Council.ACKNOWLEDGES;
        for (String step : text.split(";", -1)) {
            String trimmed = step.strip();
            Optional<Council> told = Council.of(trimmed);
            if (told.isPresent()) {
                council = told.get();
                continue;
            }
            String partner = "A";
            if (trimmed.contains(": ")) {
                partner = trimmed.substring(0, trimmed.indexOf(": "));
                trimmed = trimmed.substring(trimmed.indexOf(": ") + 2);
            }
            reports.add(told(partner, trimmed.split(" +", -1), setting, residence));
        }
        return new Script(reports, council);
    }

    private static Told told(String partner, String[] words, @Nullable Setting setting, Residence residence) {
        LocalDate day = LocalDate.parse(words[0]);
        StayReport report = report(day, Arrays.asList(words).subList(1, words.length), setting, residence);
        String hospital = "hospital-" + partner.toLowerCase(Locale.ROOT);
        return new Told(new PartnerId(hospital), visit(partner), report, partner + report + report.hashCode());
    }

    static UUID visit(String partner) {
        return UUID.nameUUIDFromBytes(partner.getBytes(StandardCharsets.UTF_8));
    }

    private static StayReport report(
            LocalDate day, List<String> words, @Nullable Setting setting, Residence residence) {
        String argument = words.size() > 1 ? words.get(1) : "";
        Instant at = at(day);
        return switch (words.getFirst()) {
            case "admitted" ->
                StayReport.of(StayEvent.ADMITTED, at)
                        .admittedAt(argument.isEmpty() ? at : at(LocalDate.parse(argument)))
                        .setting(setting)
                        .ordinaryResidence(residence)
                        .build();
            case "admitted-to" ->
                StayReport.of(StayEvent.ADMITTED, at)
                        .admittedAt(at)
                        .setting(setting(argument))
                        .build();
            case "preadmitted" ->
                StayReport.of(StayEvent.PRE_ADMITTED, at)
                        .setting(setting)
                        .ordinaryResidence(residence)
                        .expectedUntil(argument.isEmpty() ? null : LocalDate.parse(argument))
                        .build();
            case "outpatient" ->
                StayReport.of(StayEvent.REGISTERED, at)
                        .admittedAt(at)
                        .setting(setting)
                        .ordinaryResidence(residence)
                        .patientClass(PatientClass.VISITING)
                        .build();
            case "updated-to-inpatient" ->
                StayReport.of(StayEvent.UPDATED, at)
                        .admittedAt(at)
                        .setting(setting)
                        .ordinaryResidence(residence)
                        .patientClass(PatientClass.INPATIENT)
                        .build();
            case "expected" ->
                StayReport.of(StayEvent.UPDATED, at)
                        .expectedUntil(LocalDate.parse(argument))
                        .build();
            case "days" ->
                StayReport.of(StayEvent.UPDATED, at)
                        .expectedDays(Integer.valueOf(argument))
                        .build();
            case "corrected" ->
                StayReport.of(StayEvent.UPDATED, at)
                        .admittedAt(at(LocalDate.parse(argument)))
                        .build();
            case "lived" ->
                StayReport.of(StayEvent.UPDATED, at)
                        .ordinaryResidence(residence(argument))
                        .build();
            case "legal" ->
                StayReport.of(StayEvent.UPDATED, at).legalStatus(argument).build();
            case "planned" ->
                StayReport.of(StayEvent.DISCHARGE_PLANNED, at)
                        .dischargePlannedFor(at(LocalDate.parse(argument)))
                        .build();
            case "unplanned" ->
                StayReport.of(StayEvent.DISCHARGE_PLAN_CANCELLED, at).build();
            case "discharged" ->
                StayReport.of(StayEvent.DISCHARGED, at)
                        .dischargedAt(at)
                        .dischargeDestination(argument.isEmpty() ? null : argument)
                        .dischargeMethod(words.size() > 2 ? words.get(2) : null)
                        .build();
            case "undischarged" ->
                StayReport.of(StayEvent.DISCHARGE_CANCELLED, at).build();
            case "cancelled" -> StayReport.of(StayEvent.ADMISSION_CANCELLED, at).build();
            case "transferred" ->
                StayReport.of(StayEvent.TRANSFERRED, at)
                        .setting(argument.isEmpty() ? null : setting(argument))
                        .build();
            case "untransferred" ->
                StayReport.of(StayEvent.TRANSFER_CANCELLED, at).build();
            case "leave" -> StayReport.of(StayEvent.WENT_ON_LEAVE, at).build();
            case "back" -> StayReport.of(StayEvent.CAME_BACK, at).build();
            case "answered" -> answer(at, argument);
            default -> throw new IllegalArgumentException(words.getFirst());
        };
    }

    private static StayReport answer(Instant at, String answer) {
        var report = StayReport.of(StayEvent.ANSWERED, at).by("somebody");
        String value = answer.substring(answer.indexOf('=') + 1);
        return switch (answer.substring(0, answer.indexOf('='))) {
            case "funding" -> report.funding(Funding.of(value)).build();
            case "residence" -> report.ordinaryResidence(residence(value)).build();
            case "born" -> report.birthDate(LocalDate.parse(value)).build();
            case "unbroken" -> report.unbroken(Boolean.valueOf(value)).build();
            case "left" -> report.left(Boolean.valueOf(value)).build();
            case "until" -> report.expectedUntil(LocalDate.parse(value)).build();
            case "setting" -> report.setting(setting(value)).build();
            default -> throw new IllegalArgumentException(answer);
        };
    }

    /** Such as {@code psychiatric-unit/private/E06000031}; {@code unknown} where nobody said. */
    static @Nullable Setting setting(String text) {
        if (text.equals("unknown")) {
            return null;
        }
        String[] parts = text.split("/", -1);
        return new Setting(null, null, null, SettingKind.of(parts[0]), Funding.of(parts[1]), parts[2]);
    }

    /** Such as {@code E10000003}, {@code none}, {@code abroad}, {@code looked-after=E09000007}, {@code -}; joined by +. */
    static Residence residence(String text) {
        String authority = null;
        Boolean none = null;
        Boolean abroad = null;
        String lookedAfter = null;
        for (String part : text.split("\\+", -1)) {
            if (part.equals("none")) {
                none = true;
            } else if (part.equals("abroad")) {
                abroad = true;
            } else if (part.startsWith("looked-after=")) {
                lookedAfter = part.substring("looked-after=".length());
            } else if (!part.equals("-")) {
                authority = part;
            }
        }
        return new Residence(authority, none, abroad, lookedAfter);
    }

    static Instant at(LocalDate day) {
        return day.atTime(NOON).atZone(EnglandsDays.ENGLAND).toInstant();
    }
}

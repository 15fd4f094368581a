package org.partnerhub.notification.stay.http;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.support.web.BadInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bodies of the calls about stays, as the schemas have them, and the report that each is. */
final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    /** {@code schema/admission.json}. */
    record Admission(
            @Nullable String visitNumber,
            JsonNode subject,
            Setting setting,
            Instant admittedAt,
            @Nullable LocalDate expectedUntil,
            @Nullable Instant dischargePlannedFor,
            @Nullable Residence ordinaryResidence,
            @Nullable String legalStatus,
            @Nullable String ward,
            @Nullable Instant recordedAt) {

        @Nullable
        PersonId person() {
            return subject.has("personId")
                    ? PersonId.of(subject.path("personId").asString())
                    : null;
        }

        StayReport report(Instant now) {
            PersonId person = person();
            return StayReport.of(StayEvent.ADMITTED, said(recordedAt, now))
                    .visitNumber(visitNumber)
                    .person(person)
                    .subject(person == null ? JSON.treeToValue(subject, Demographics.class) : null)
                    .setting(setting)
                    .admittedAt(admittedAt)
                    .expectedUntil(expectedUntil)
                    .dischargePlannedFor(dischargePlannedFor)
                    .ordinaryResidence(ordinaryResidence)
                    .legalStatus(legalStatus)
                    .ward(ward)
                    .build();
        }
    }

    /** A body about a stay that was notified before. */
    sealed interface Later {
        StayReport report(Instant now);
    }

    /** {@code schema/stay-transfer.json}. */
    record Transfer(
            Instant at,
            @Nullable Setting setting,
            @Nullable String ward,
            @Nullable LocalDate expectedUntil,
            @Nullable String legalStatus,
            @Nullable Instant recordedAt)
            implements Later {

        @Override
        public StayReport report(Instant now) {
            return StayReport.of(StayEvent.TRANSFERRED, said(recordedAt, now))
                    .setting(setting)
                    .ward(ward)
                    .expectedUntil(expectedUntil)
                    .legalStatus(legalStatus)
                    .build();
        }
    }

    /** {@code schema/stay-discharge.json}. */
    record Discharge(
            @Nullable Instant at,
            @Nullable Instant plannedFor,
            @Nullable String destination,
            @Nullable String method,
            @Nullable String legalStatus,
            @Nullable Instant recordedAt)
            implements Later {

        @Override
        public StayReport report(Instant now) {
            if (at != null && at.isAfter(now)) {
                throw new BadInput("/at", "Nobody leaves in the future: write a planned discharge as plannedFor.");
            }
            StayEvent event = at == null ? StayEvent.DISCHARGE_PLANNED : StayEvent.DISCHARGED;
            return StayReport.of(event, said(recordedAt, now))
                    .dischargedAt(at)
                    .dischargePlannedFor(plannedFor)
                    .dischargeDestination(destination)
                    .dischargeMethod(method)
                    .legalStatus(legalStatus)
                    .build();
        }
    }

    /** {@code schema/stay-cancellation.json}. */
    record Cancellation(String of, @Nullable Instant recordedAt) implements Later {

        @Override
        public StayReport report(Instant now) {
            StayEvent event = switch (of) {
                case "transfer" -> StayEvent.TRANSFER_CANCELLED;
                case "discharge" -> StayEvent.DISCHARGE_CANCELLED;
                case "planned-discharge" -> StayEvent.DISCHARGE_PLAN_CANCELLED;
                default -> StayEvent.ADMISSION_CANCELLED;
            };
            return StayReport.of(event, said(recordedAt, now)).build();
        }
    }

    /** {@code schema/stay-leave.json}. */
    record Leave(
            @Nullable Instant from,
            @Nullable Instant backAt,
            @Nullable Instant recordedAt) implements Later {

        @Override
        public StayReport report(Instant now) {
            StayEvent event = backAt == null ? StayEvent.WENT_ON_LEAVE : StayEvent.CAME_BACK;
            return StayReport.of(event, said(recordedAt, now)).build();
        }
    }

    /** {@code schema/stay-answer.json}: what somebody found out. */
    record Answer(
            String by,
            @Nullable Funding funding,
            @Nullable Setting setting,
            @Nullable Residence ordinaryResidence,
            @Nullable LocalDate birthDate,
            @Nullable LocalDate expectedUntil,
            @Nullable Boolean unbroken,
            @Nullable Boolean left)
            implements Later {

        @Override
        public StayReport report(Instant now) {
            return StayReport.of(StayEvent.ANSWERED, now)
                    .by(by)
                    .funding(funding)
                    .setting(setting)
                    .ordinaryResidence(ordinaryResidence)
                    .birthDate(birthDate)
                    .expectedUntil(expectedUntil)
                    .unbroken(unbroken)
                    .left(left)
                    .build();
        }
    }

    /** Who writes down later than now has a clock that is wrong. */
    private static Instant said(@Nullable Instant recordedAt, Instant now) {
        return recordedAt == null || recordedAt.isAfter(now) ? now : recordedAt;
    }
}

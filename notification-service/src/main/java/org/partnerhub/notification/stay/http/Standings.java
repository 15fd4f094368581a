package org.partnerhub.notification.stay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.stay.Addressee;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.StayView;
import org.partnerhub.notification.stay.store.Notices;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.support.security.Caller;
import org.springframework.stereotype.Component;

/** How admissions and stays stand, as the answers have it. */
@Component
class Standings {

    private final Notices notices;

    Standings(Notices notices) {
        this.notices = notices;
    }

    /** {@code answers.json#/$defs/admission}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            UUID id,
            List<UUID> admissions,
            String state,
            @Nullable String section,
            @Nullable String authority,
            @Nullable String authorityName,
            @Nullable Boolean provisional,
            @Nullable LocalDate admittedOn,
            @Nullable LocalDate expectedUntil,
            @Nullable LocalDate dischargePlannedOn,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate reminderOn,
            @Nullable LocalDate twelveWeeksOn,
            @Nullable LocalDate threeMonthsOn,
            @Nullable LocalDate eighteenOn,
            @Nullable Boolean onLeave,
            List<StayView.Overdue> overdue,
            List<StayView.Asked> questions,
            List<StayView.Told> notices,
            List<RecipientId> notified,
            @Nullable Instant acknowledgedAt,
            @Nullable List<PartnerId> settings,
            List<StayView.Reason> why) {

        /** With the settings that told of it: for officers, who go by hospital, and for nobody else. */
        Standing withSettings(Set<PartnerId> partners) {
            return new Standing(
                    id,
                    admissions,
                    state,
                    section,
                    authority,
                    authorityName,
                    provisional,
                    admittedOn,
                    expectedUntil,
                    dischargePlannedOn,
                    endedOn,
                    reminderOn,
                    twelveWeeksOn,
                    threeMonthsOn,
                    eighteenOn,
                    onLeave,
                    overdue,
                    questions,
                    notices,
                    notified,
                    acknowledgedAt,
                    partners.stream()
                            .sorted(Comparator.comparing(PartnerId::value))
                            .toList(),
                    why);
        }
    }

    /** Stored and not thought about yet. */
    static Standing received(UUID admission) {
        StayView nothing = new StayView(
                List.of(admission),
                "received",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
        return standing(admission, nothing, List.of());
    }

    Standing of(UUID admission, Stays.Row stay, Caller reader) {
        Standing standing = standing(admission, stay.view(), ofStay(stay));
        return StayAccess.isOfficer(reader) ? standing.withSettings(stay.partners()) : standing;
    }

    /** The notices of a stay, whoever they were for. */
    List<Notices.Row> ofStay(Stays.Row stay) {
        return notices.of(stay.view().admissions());
    }

    private static Standing standing(UUID id, StayView view, List<Notices.Row> given) {
        return new Standing(
                id,
                view.admissions(),
                view.state(),
                view.section(),
                view.authority(),
                view.authorityName(),
                view.provisional(),
                view.admittedOn(),
                view.expectedUntil(),
                view.dischargePlannedOn(),
                view.endedOn(),
                view.reminderOn(),
                view.twelveWeeksOn(),
                view.threeMonthsOn(),
                view.eighteenOn(),
                view.onLeave(),
                view.overdue(),
                view.questions(),
                given.stream().map(Standings::told).toList(),
                given.stream()
                        .filter(it -> it.notice().to().role() != Addressee.Role.SETTING)
                        .filter(it ->
                                !it.notice().withdrawn() && it.notice().kind().hasContent())
                        .map(Notices.Row::recipient)
                        .distinct()
                        .toList(),
                given.stream()
                        .map(Notices.Row::notice)
                        .filter(it -> it.kind().isFirst())
                        .map(GivenNotice::acknowledgedAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                null,
                view.why());
    }

    private static StayView.Told told(Notices.Row row) {
        GivenNotice notice = row.notice();
        return new StayView.Told(
                notice.id(),
                notice.kind().code(),
                notice.to().role().code(),
                row.recipient().value(),
                notice.section() == null ? null : notice.section().number(),
                notice.givenAt(),
                row.deliveryState().toLowerCase(Locale.ROOT).replace('_', '-'),
                notice.acknowledgedAt(),
                notice.withdrawn() ? Boolean.TRUE : null);
    }
}

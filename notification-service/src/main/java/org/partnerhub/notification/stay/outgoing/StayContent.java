package org.partnerhub.notification.stay.outgoing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.notification.delivery.ContentOwner;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.OwnPermits;
import org.partnerhub.notification.stay.Consecutive;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.NoticeKind;
import org.partnerhub.notification.stay.Procedure;
import org.partnerhub.notification.stay.Section;
import org.partnerhub.notification.stay.Stay;
import org.partnerhub.notification.stay.Visit;
import org.partnerhub.notification.stay.rule.StayRules;
import org.partnerhub.notification.stay.store.Notices;
import org.partnerhub.notification.stay.store.Visits;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** What a notice says: who, where, since and until when. No ward, no visit number, nobody's story. */
@Component
class StayContent implements ContentOwner {

    private final OwnPermits permits;
    private final Notices notices;
    private final Visits visits;
    private final Histories histories;
    private final Subjects subjects;
    private final Procedure procedure;

    StayContent(
            OwnPermits permits,
            Notices notices,
            Visits visits,
            Histories histories,
            Subjects subjects,
            Procedure procedure) {
        this.permits = permits;
        this.notices = notices;
        this.visits = visits;
        this.histories = histories;
        this.subjects = subjects;
        this.procedure = procedure;
    }

    @Override
    public boolean owns(Source.Kind kind) {
        return kind == Source.Kind.STAY;
    }

    @Override
    public String audience() {
        return OwnPermits.AUDIENCE;
    }

    @Override
    public Content release(Delivery delivery, String permit) {
        Optional<Permit> used = permits.use(delivery, permit);
        if (used.isEmpty()) {
            return new Content.Unavailable("permit-refused");
        }
        Optional<GivenNotice> notice = notices.find(delivery.id().value()).map(Notices.Row::notice);
        if (notice.isEmpty()) {
            return new Content.Gone("content-gone");
        }
        try {
            return held(delivery, notice.get(), used.get().categories());
        } catch (RestClientException unanswered) {
            return new Content.Unavailable("identity-unavailable");
        }
    }

    private Content held(Delivery delivery, GivenNotice notice, Set<Category> categories) {
        Optional<Visits.Row> row = visits.find(notice.visit());
        if (row.isEmpty()) {
            return new Content.Gone("content-gone");
        }
        Visit visit = histories.of(row.get()).stream()
                .filter(notice::isFor)
                .findFirst()
                .orElseGet(() -> histories.of(row.get()).getLast());
        Map<Category, Object> content = new EnumMap<>(Category.class);
        if (categories.contains(Category.IDENTITY)) {
            Optional<Map<String, Object>> identity = identity(row.get(), visit);
            if (identity.isEmpty()) {
                return new Content.Gone("person-unknown");
            }
            content.put(Category.IDENTITY, identity.get());
        }
        Optional<Stay> stay = stayOf(row.get(), visit);
        if (categories.contains(Category.STAY)) {
            content.put(Category.STAY, stay(notice, visit, stay));
        }
        if (categories.contains(Category.LEGAL_STATUS)) {
            Set<String> statuses = stay.map(Stay::legalStatuses).orElseGet(visit::sortedLegalStatuses);
            StayRules.dutyOfAftercare(statuses)
                    .ifPresent(code -> content.put(Category.LEGAL_STATUS, Map.of("code", code)));
        }
        String kind = notice.kind().hasContent() ? "notice" : "reminder";
        return new Content.Held(new Released(kind, delivery.source().toString(), content), null);
    }

    private Optional<Stay> stayOf(Visits.Row row, Visit visit) {
        List<Visits.Row> all = row.subject() == null ? List.of(row) : visits.ofPerson(row.subject());
        return Consecutive.stays(histories.of(all), procedure).stream()
                .filter(it -> it.visits().stream()
                        .anyMatch(one -> one.id().equals(visit.id()) && one.number() == visit.number()))
                .findFirst();
    }

    private Optional<Map<String, Object>> identity(Visits.Row row, Visit visit) {
        Demographics said = visit.subject();
        if (said == null) {
            return row.subject() == null ? Optional.empty() : subjects.identity(row.subject());
        }
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("name", said.name());
        put(identity, "birthDate", said.birthDate());
        put(identity, "nhsNumber", said.nhsNumber());
        put(identity, "nhsNumberAbsent", said.nhsNumberAbsent());
        put(identity, "upn", said.upn());
        return Optional.of(identity);
    }

    private static Map<String, Object> stay(GivenNotice notice, Visit visit, Optional<Stay> stay) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("notice", notice.kind().code());
        told.put("givenBy", notice.kind() == NoticeKind.AUTOMATIC ? "hub" : "setting");
        put(told, "setting", visit.setting());
        put(told, "admittedAt", stay.map(Stay::startedAt).orElse(visit.admittedAt()));
        put(told, "expectedUntil", stay.map(Stay::expectedUntil).orElse(visit.expectedUntil()));
        put(told, "dischargePlannedFor", visit.dischargePlannedFor());
        put(told, "endedAt", stay.flatMap(Stay::endedAt).orElse(null));
        put(told, "ordinaryResidence", stay.map(Stay::residence).orElse(visit.residence()));
        Section section = notice.section();
        put(told, "section", notice.kind() == NoticeKind.AFTERCARE ? "117" : section == null ? null : section.number());
        return told;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value instanceof Instant instant ? instant.toString() : value);
        }
    }
}

package org.partnerhub.notification.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.partner.Authorities;
import org.partnerhub.notification.partner.AuthoritiesPolicy;
import org.partnerhub.notification.stay.rule.Situation;
import org.partnerhub.notification.stay.rule.StayRules;

/** Lets days pass over one child's reports as the service does: each day everything is worked out afresh and what is due is given. */
final class Simulation {

    static final Authorities AUTHORITIES = AuthoritiesPolicy.read(null);

    private final @Nullable LocalDate birthDate;
    private final Script.Council council;
    private final List<Told> heard = new ArrayList<>();
    final List<GivenNotice> given = new ArrayList<>();
    private List<Assessment> assessments = List.of();

    Simulation(@Nullable LocalDate birthDate, Script.Council council) {
        this.birthDate = birthDate;
        this.council = council;
    }

    void hear(Told told) {
        heard.add(told);
    }

    /** Each day from the first to the last, hearing on each what was said on it. */
    void live(List<Told> script, LocalDate until) {
        LocalDate day = script.stream()
                .map(it -> EnglandsDays.dayOf(it.report().saidAt()))
                .min(LocalDate::compareTo)
                .orElseThrow();
        for (; !day.isAfter(until); day = day.plusDays(1)) {
            LocalDate today = day;
            script.stream()
                    .filter(it -> EnglandsDays.dayOf(it.report().saidAt()).equals(today))
                    .forEach(this::hear);
            look(Script.at(day));
        }
    }

    List<Assessment> assessments() {
        return assessments;
    }

    List<Visit> visits() {
        Map<UUID, List<Told>> byVisit = new LinkedHashMap<>();
        heard.forEach(it -> byVisit.computeIfAbsent(Objects.requireNonNull(it.visit()), _ -> new ArrayList<>())
                .add(it));
        return byVisit.entrySet().stream()
                .flatMap(it -> VisitHistory.read(
                        it.getKey(), it.getValue().getFirst().partner(), it.getValue(), (_, _) -> null, Procedure.LOCAL)
                        .stream())
                .toList();
    }

    void look(Instant now) {
        List<Visit> visits = visits();
        List<Stay> stays = Consecutive.stays(visits, Procedure.LOCAL);
        visits.stream()
                .filter(it -> stays.stream().noneMatch(stay -> stay.visits().contains(it)))
                .forEach(it -> of(List.of(it)).stream()
                        .filter(notice -> notice.kind().isAcknowledged() && !notice.withdrawn())
                        .forEach(notice -> give(List.of(StayRules.withdrawal(notice)), it, now)));
        List<Assessment> found = new ArrayList<>();
        for (Stay stay : stays) {
            var situation = new Situation(stay, born(visits), now, Procedure.LOCAL, AUTHORITIES);
            Assessment assessment = StayRules.assess(situation, of(stay.visits()));
            for (int round = 0; round < 4 && !assessment.due().isEmpty(); round++) {
                give(assessment.due(), stay.last(), now);
                assessment = StayRules.assess(situation, of(stay.visits()));
            }
            found.add(assessment);
        }
        assessments = found;
    }

    /** What follows from the reports alone, as though nothing had been notified. */
    List<Assessment> assessedAlone(Instant now) {
        List<Visit> visits = visits();
        return Consecutive.stays(visits, Procedure.LOCAL).stream()
                .map(it ->
                        StayRules.assess(new Situation(it, born(visits), now, Procedure.LOCAL, AUTHORITIES), List.of()))
                .toList();
    }

    private @Nullable LocalDate born(Collection<Visit> visits) {
        return Stream.concat(visits.stream().map(Visit::birthDate), Stream.ofNullable(birthDate))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private List<GivenNotice> of(List<Visit> visits) {
        return given.stream().filter(it -> visits.stream().anyMatch(it::isFor)).toList();
    }

    private void give(List<DueNotice> due, Visit visit, Instant now) {
        for (DueNotice it : due) {
            boolean byHand = council == Script.Council.BY_HAND && it.to().role() != Addressee.Role.SETTING;
            boolean lost = council == Script.Council.OUT_OF_REACH && it.to().role() == Addressee.Role.COUNCIL;
            given.add(new GivenNotice(
                    UUID.randomUUID(),
                    visit.id(),
                    visit.number(),
                    it.kind(),
                    it.to(),
                    it.section(),
                    now,
                    byHand || lost ? null : now,
                    council == Script.Council.ACKNOWLEDGES ? now : null,
                    byHand,
                    false,
                    it.about()));
            if (it.kind() == NoticeKind.WITHDRAWN) {
                given.replaceAll(before -> before.id().equals(it.about()) ? withdrawn(before) : before);
            }
        }
    }

    private static GivenNotice withdrawn(GivenNotice it) {
        return new GivenNotice(
                it.id(),
                it.visit(),
                it.number(),
                it.kind(),
                it.to(),
                it.section(),
                it.givenAt(),
                it.arrivedAt(),
                it.acknowledgedAt(),
                it.byHand(),
                true,
                it.about());
    }
}

package org.partnerhub.notification.stay.outgoing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.AdmissionReceived;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.event.HubEvent.PersonUnmerged;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.notification.partner.Authorities;
import org.partnerhub.notification.stay.Addressee;
import org.partnerhub.notification.stay.Assessment;
import org.partnerhub.notification.stay.Consecutive;
import org.partnerhub.notification.stay.DueNotice;
import org.partnerhub.notification.stay.EnglandsDays;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.Procedure;
import org.partnerhub.notification.stay.Question;
import org.partnerhub.notification.stay.Stay;
import org.partnerhub.notification.stay.StayView;
import org.partnerhub.notification.stay.Visit;
import org.partnerhub.notification.stay.rule.Situation;
import org.partnerhub.notification.stay.rule.StayRules;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Admissions.Stored;
import org.partnerhub.notification.stay.store.Notices;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.notification.stay.store.Visits;
import org.springframework.stereotype.Component;

/**
 * Works out a person's stays afresh from all that was ever told about them, and gives what notices are due. Every method joins the
 * running transaction; done twice it has one effect.
 */
@Component
public class Following {

    /** A notice can make another due, such as word to the setting that it goes by hand. */
    private static final int ROUNDS = 4;

    private final Admissions admissions;
    private final Visits visits;
    private final Stays stays;
    private final Notices notices;
    private final Histories histories;
    private final Recognition recognition;
    private final StayNotices giving;
    private final Procedure procedure;
    private final Authorities authorities;
    private final Clock clock;

    Following(
            Admissions admissions,
            Visits visits,
            Stays stays,
            Notices notices,
            Histories histories,
            Recognition recognition,
            StayNotices giving,
            Procedure procedure,
            Authorities authorities,
            Clock clock) {
        this.admissions = admissions;
        this.visits = visits;
        this.stays = stays;
        this.notices = notices;
        this.histories = histories;
        this.recognition = recognition;
        this.giving = giving;
        this.procedure = procedure;
        this.authorities = authorities;
        this.clock = clock;
    }

    /** A message was stored. */
    public void follow(AdmissionReceived event) {
        Stored message = admissions
                .find(event.message())
                .orElseThrow(() -> new IllegalStateException("Admission " + event.message() + " is not stored."));
        Instant now = clock.instant();
        Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::value));
        for (UUID visit : affected(message)) {
            visits.lock(visit);
            Visits.Row row = visits.find(visit).orElseThrow();
            PersonId before = row.subject();
            PersonId person = recognition.recognise(row);
            Stream.of(before, person).filter(Objects::nonNull).forEach(people::add);
            if (person == null) {
                workOut(null, List.of(visits.find(visit).orElseThrow()), now);
            }
        }
        people.forEach(it -> lookAt(it, now));
    }

    private Set<UUID> affected(Stored message) {
        Set<UUID> affected = new LinkedHashSet<>();
        if (message.visit() != null) {
            affected.add(message.visit());
        } else {
            List<String> named = Stream.of(message.patient(), message.formerPatient())
                    .filter(Objects::nonNull)
                    .toList();
            affected.addAll(admissions.visitsOf(message.partner(), admissions.samePatients(message.partner(), named)));
        }
        return affected.stream().sorted().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Two people turned out to be one: their stays are one person's. */
    public void merged(PersonMerged event) {
        visits.ofPerson(event.from())
                .forEach(it -> visits.recognise(
                        it.id(), event.into(), Objects.requireNonNullElse(it.recognisedBy(), ""), it.birthDate()));
        lookAt(event.from(), clock.instant());
        lookAt(event.into(), clock.instant());
    }

    /** They turned out to be two after all: each visit is recognised afresh. */
    public void unmerged(PersonUnmerged event) {
        Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::value));
        people.addAll(List.of(event.from(), event.restored()));
        for (Visits.Row row : visits.ofPerson(event.from())) {
            PersonId person = recognition.recognise(
                    new Visits.Row(row.id(), row.partner(), row.subject(), null, row.birthDate()));
            Stream.ofNullable(person).forEach(people::add);
        }
        people.forEach(it -> lookAt(it, clock.instant()));
    }

    /** A day has passed, or something was said: where do the person's stays stand now? */
    public void lookAt(PersonId person, Instant now) {
        visits.lock(person.value());
        workOut(person, visits.ofPerson(person), now);
    }

    /** The same for a visit whose person nobody knows. */
    public void lookAt(UUID visit, Instant now) {
        visits.lock(visit);
        Visits.Row row = visits.find(visit).orElseThrow();
        PersonId person = recognition.recognise(row);
        if (person == null) {
            workOut(null, List.of(row), now);
        } else {
            lookAt(person, now);
        }
    }

    private void workOut(@Nullable PersonId person, List<Visits.Row> rows, Instant now) {
        List<Visit> read = histories.of(rows);
        List<UUID> ids = rows.stream().map(Visits.Row::id).toList();
        List<Stay> found = Consecutive.stays(read, procedure);
        withdrawCancelled(person, read, found, now);
        List<Stays.Row> worked = new ArrayList<>();
        for (Stay stay : found) {
            worked.add(row(stay, person, birthDate(rows, read), now));
        }
        read.stream()
                .filter(it -> found.stream().noneMatch(stay -> stay.visits().contains(it)))
                .map(it ->
                        new Stays.Row(it.id(), it.number(), person, Set.of(it.partner()), StayView.without(it), null))
                .forEach(worked::add);
        stays.replace(person, ids, worked, now);
    }

    /** What was notified of an admission that was none is taken back. */
    private void withdrawCancelled(@Nullable PersonId person, List<Visit> read, List<Stay> found, Instant now) {
        if (person == null) {
            return;
        }
        for (Visit visit : read) {
            if (found.stream().anyMatch(stay -> stay.visits().contains(visit))) {
                continue;
            }
            List<DueNotice> back = given(List.of(visit)).stream()
                    .filter(it -> it.kind().isAcknowledged() && !it.withdrawn())
                    .map(StayRules::withdrawal)
                    .toList();
            giving.give(back, visit, person, now);
        }
    }

    private Stays.Row row(Stay stay, @Nullable PersonId person, @Nullable LocalDate birthDate, Instant now) {
        Situation situation = new Situation(stay, birthDate, now, procedure, authorities);
        Assessment assessment = StayRules.assess(situation, given(stay.visits()));
        for (int round = 0;
                person != null && round < ROUNDS && !assessment.due().isEmpty();
                round++) {
            if (!giving.give(assessment.due(), stay.last(), person, now)) {
                break;
            }
            assessment = StayRules.assess(situation, given(stay.visits()));
        }
        String authority = assessment.authority();
        List<Question> open = new ArrayList<>();
        if (person == null) {
            open.add(Question.WHO_IT_IS);
        } else if (!assessment.due().isEmpty()) {
            open.add(Question.WHO_IS_TOLD);
        }
        StayView view = StayView.of(
                stay,
                assessment,
                authority == null ? null : authorities.name(authority).orElse(null),
                open);
        Visit first = stay.first();
        return new Stays.Row(
                first.id(),
                first.number(),
                person,
                stay.visits().stream().map(Visit::partner).collect(Collectors.toSet()),
                view,
                isOver(stay, assessment)
                        ? null
                        : EnglandsDays.startOf(EnglandsDays.dayOf(now).plusDays(1)));
    }

    /** Nothing follows from the passing of days: the child has left, or is none, and nobody owes a word. */
    private boolean isOver(Stay stay, Assessment assessment) {
        boolean owed = given(stay.visits()).stream()
                .filter(it -> it.to().role() == Addressee.Role.COUNCIL)
                .anyMatch(it -> it.kind().isAcknowledged() && !it.withdrawn() && it.acknowledgedAt() == null);
        boolean done = assessment.standing() == Assessment.Standing.ENDED
                || assessment.standing() == Assessment.Standing.NOT_DUE;
        return done && !owed && assessment.due().isEmpty();
    }

    private List<GivenNotice> given(List<Visit> of) {
        List<UUID> ids = of.stream().map(Visit::id).distinct().toList();
        return notices.of(ids).stream()
                .map(Notices.Row::notice)
                .filter(it -> of.stream().anyMatch(it::isFor))
                .toList();
    }

    /** What somebody found out counts, then what the hub knows of the person. */
    private static @Nullable LocalDate birthDate(List<Visits.Row> rows, List<Visit> read) {
        return Stream.concat(read.stream().map(Visit::birthDate), rows.stream().map(Visits.Row::birthDate))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

package org.partnerhub.notification.stay.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.stay.Addressee;
import org.partnerhub.notification.stay.Addressee.Role;
import org.partnerhub.notification.stay.DueNotice;
import org.partnerhub.notification.stay.EnglandsDays;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.NoticeKind;
import org.partnerhub.notification.stay.Section;
import org.partnerhub.notification.stay.Stay;

/** Which notices are due. What was given before is not due again. */
final class NoticeRules {

    static final String AFTERCARE = "section-117-aftercare";

    /** Reference and dates of the clock only, to those who know the stay already. */
    static final String REMINDER = "stay-reminder";

    /**
     * What the rules look at.
     *
     * @param section to notify under; absent while nobody may be told yet
     * @param council to notify; absent likewise
     * @param settled whether both are certain
     */
    record View(
            Situation situation,
            @Nullable Section section,
            @Nullable String council,
            boolean settled,
            List<GivenNotice> given) {

        Stay stay() {
            return situation.stay();
        }

        Stream<GivenNotice> firsts() {
            return given.stream().filter(it -> it.kind().isFirst() && !it.withdrawn());
        }

        boolean wasTold(NoticeKind kind, Addressee to) {
            return given.stream().anyMatch(it -> it.kind() == kind && it.to().equals(to) && !it.withdrawn());
        }

        Addressee setting() {
            return new Addressee(Role.SETTING, stay().partner().value());
        }
    }

    /** One rule. */
    record Rule(String name, String source, Function<View, List<DueNotice>> due) {}

    /** All are asked, in this order. */
    static final List<Rule> LIST = List.of(
            new Rule("notice-of-a-long-stay", "Children Act 1989 s.85(1), s.86(1)", NoticeRules::first),
            new Rule("notice-to-the-wrong-council", "Children Act 1989 s.85(3), s.86(1)", NoticeRules::wrongCouncil),
            new Rule("week-ten", "Local procedure", NoticeRules::reminder),
            new Rule("three-months", "Children Act 1989 s.85(1)(a), s.86(1)(a)", NoticeRules::breach),
            new Rule("left", "Children Act 1989 s.85(2), s.86(2)", NoticeRules::discharge),
            new Rule("not-left-after-all", "Children Act 1989 s.85(2), s.86(2)", NoticeRules::notLeft),
            new Rule("aftercare", "Mental Health Act 1983 s.117", NoticeRules::aftercare),
            new Rule("eighteenth-birthday", "Children Act 1989 s.105(1)", NoticeRules::eighteenth),
            new Rule("silence", "Local procedure: one working day", NoticeRules::silence),
            new Rule("by-hand", "Local procedure", NoticeRules::byHand));

    private NoticeRules() {}

    static List<DueNotice> due(View view) {
        List<DueNotice> due = new ArrayList<>();
        LIST.forEach(rule -> due.addAll(rule.due().apply(view)));
        return due;
    }

    /** A person who was 18 when admitted, or a school that parents pay: nothing but what was begun is finished. */
    static List<DueNotice> aftercareAlone(Situation situation, List<GivenNotice> given, boolean child) {
        View view = new View(situation, null, null, false, given);
        List<DueNotice> due = new ArrayList<>();
        given.stream().filter(it -> it.kind().isFirst() && !it.withdrawn()).forEach(it -> due.add(withdrawal(it)));
        if (child) {
            due.addAll(aftercare(view));
        }
        due.addAll(silence(view));
        due.addAll(byHand(view));
        return due;
    }

    /** The first word of a stay: of the setting's intention, or, where it said nothing in time, the hub's own. */
    private static List<DueNotice> first(View view) {
        Situation it = view.situation();
        boolean isLong = (it.hasReached() && it.isChildOn(it.twelveWeeksOn()))
                || (it.isLikely() && view.stay().endedAt().isEmpty() && it.isChildOn(it.today()));
        if (!isLong || view.council() == null || view.section() == null) {
            return List.of();
        }
        Addressee council = new Addressee(Role.COUNCIL, view.council());
        boolean told = view.firsts()
                .anyMatch(
                        given -> given.to().equals(council) && (given.section() == view.section() || !view.settled()));
        boolean anybodyTold = view.firsts().findAny().isPresent();
        if (told || (anybodyTold && !view.settled())) {
            return List.of();
        }
        NoticeKind kind = it.hasReached() && !it.wasLikelyInTime() ? NoticeKind.AUTOMATIC : NoticeKind.INTENTION;
        return List.of(new DueNotice(kind, council, view.section().purpose(), view.section(), null));
    }

    /** A correction takes the notice back from the council that was wrong; a transfer does not: there it was right. */
    private static List<DueNotice> wrongCouncil(View view) {
        if (!view.settled() || view.council() == null) {
            return List.of();
        }
        Addressee council = new Addressee(Role.COUNCIL, view.council());
        return view.firsts()
                .filter(it -> !it.to().equals(council) || it.section() != view.section())
                .filter(it -> view.stay().last().id().equals(it.visit())
                        && view.stay().last().number() == it.number())
                .map(NoticeRules::withdrawal)
                .toList();
    }

    static DueNotice withdrawal(GivenNotice given) {
        Section section = given.section() == null ? Section.EIGHTY_FIVE : given.section();
        String purpose = given.kind() == NoticeKind.AFTERCARE ? AFTERCARE : section.purpose();
        return new DueNotice(NoticeKind.WITHDRAWN, given.to(), purpose, given.section(), given.id());
    }

    private static List<DueNotice> reminder(View view) {
        Situation it = view.situation();
        boolean due = it.isThereOn(it.reminderOn())
                && it.today().isBefore(it.twelveWeeksOn())
                && view.stay().endedAt().isEmpty()
                && it.isChildOn(it.today())
                && !it.isLikely()
                && view.firsts().findAny().isEmpty();
        return due ? once(view, NoticeKind.REMINDER, view.setting(), null) : List.of();
    }

    private static List<DueNotice> breach(View view) {
        if (!isBreach(view.situation(), view.given())) {
            return List.of();
        }
        List<DueNotice> due = new ArrayList<>(once(view, NoticeKind.BREACH, view.setting(), null));
        if (view.council() != null) {
            due.addAll(once(view, NoticeKind.BREACH, new Addressee(Role.DIRECTOR, view.council()), null));
        }
        return due;
    }

    private static List<DueNotice> discharge(View view) {
        if (view.stay().endedAt().isEmpty()) {
            return List.of();
        }
        Stream<DueNotice> told = view.firsts()
                .map(it -> new DueNotice(
                        NoticeKind.DISCHARGE,
                        it.to(),
                        Objects.requireNonNullElse(it.section(), Section.EIGHTY_FIVE)
                                .purpose(),
                        it.section(),
                        null));
        Stream<DueNotice> toTell = first(view).stream()
                .map(it -> new DueNotice(NoticeKind.DISCHARGE, it.to(), it.purpose(), it.section(), null));
        return Stream.concat(told, toTell)
                .filter(it -> !view.wasTold(NoticeKind.DISCHARGE, it.to()))
                .distinct()
                .toList();
    }

    /** The discharge was cancelled, or the child came back and the stay goes on. */
    private static List<DueNotice> notLeft(View view) {
        return view.stay().endedAt().isPresent()
                ? List.of()
                : view.given().stream()
                        .filter(it -> it.kind() == NoticeKind.DISCHARGE && !it.withdrawn())
                        .map(NoticeRules::withdrawal)
                        .toList();
    }

    private static List<DueNotice> aftercare(View view) {
        Situation it = view.situation();
        boolean leaves = it.stay().endedAt().isPresent() || it.stay().dischargePlannedFor() != null;
        boolean died = it.stay().visits().stream().anyMatch(visit -> visit.endedByDeath());
        if (AftercareRules.of(it).isEmpty() || !leaves || died) {
            return List.of();
        }
        Optional<String> council =
                AuthorityRules.of(it, Section.EIGHTY_FIVE).authority().apply(it);
        if (council.isEmpty() && it.stay().endedAt().isPresent()) {
            council = AuthorityRules.whereTheSettingStands(it);
        }
        return council.stream()
                .flatMap(code -> Stream.of(new Addressee(Role.COUNCIL, code), new Addressee(Role.ICB, code)))
                .filter(to -> !view.wasTold(NoticeKind.AFTERCARE, to))
                .map(to -> new DueNotice(NoticeKind.AFTERCARE, to, AFTERCARE, null, null))
                .toList();
    }

    private static List<DueNotice> eighteenth(View view) {
        LocalDate eighteen = view.situation().eighteenOn();
        if (eighteen == null
                || !view.situation().isThereOn(eighteen)
                || eighteen.equals(view.situation().startedOn())) {
            return List.of();
        }
        return view.firsts()
                .filter(it -> !view.wasTold(NoticeKind.EIGHTEENTH_BIRTHDAY, it.to()))
                .map(it -> new DueNotice(
                        NoticeKind.EIGHTEENTH_BIRTHDAY,
                        it.to(),
                        Objects.requireNonNullElse(it.section(), Section.EIGHTY_FIVE)
                                .purpose(),
                        it.section(),
                        null))
                .distinct()
                .toList();
    }

    /**
     * Nobody acknowledged within a working day: chased; nor within another: the director is told. What could not be brought there
     * cannot be chased there either, but its director is told as soon: a broken line must not let a child be forgotten.
     */
    private static List<DueNotice> silence(View view) {
        List<DueNotice> due = new ArrayList<>();
        for (GivenNotice it : view.given()) {
            if (!isUnanswered(it, view.situation())) {
                continue;
            }
            if (it.arrivedAt() != null && !was(NoticeKind.CHASE, it, view)) {
                due.add(new DueNotice(NoticeKind.CHASE, it.to(), REMINDER, null, it.id()));
            }
            int days = view.situation().procedure().acknowledgementWorkingDays() * 2;
            boolean still = !view.situation().now().isBefore(EnglandsDays.afterWorkingDays(since(it), days));
            if (still && !was(NoticeKind.ESCALATION, it, view)) {
                Addressee director = new Addressee(Role.DIRECTOR, it.to().of());
                due.add(new DueNotice(NoticeKind.ESCALATION, director, REMINDER, null, it.id()));
            }
        }
        return due;
    }

    /** The setting hears that its council cannot be reached by the hub and that a person takes the notice there. */
    private static List<DueNotice> byHand(View view) {
        return view.given().stream()
                .filter(it -> it.kind().isFirst() && it.byHand() && it.arrivedAt() == null && !it.withdrawn())
                .filter(it -> !was(NoticeKind.BY_HAND, it, view))
                .map(it -> new DueNotice(NoticeKind.BY_HAND, view.setting(), REMINDER, null, it.id()))
                .toList();
    }

    /** The first day on which a council owed an acknowledgement that has not come. */
    static @Nullable LocalDate silentSince(Situation situation, List<GivenNotice> given) {
        return given.stream()
                .filter(it -> isUnanswered(it, situation))
                .map(it -> EnglandsDays.dayOf(EnglandsDays.afterWorkingDays(
                        since(it), situation.procedure().acknowledgementWorkingDays())))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static boolean isUnanswered(GivenNotice it, Situation situation) {
        return it.kind().isAcknowledged()
                && it.to().role() == Role.COUNCIL
                && !it.withdrawn()
                && it.acknowledgedAt() == null
                && (it.arrivedAt() != null || !it.byHand())
                && !situation
                        .now()
                        .isBefore(EnglandsDays.afterWorkingDays(
                                since(it), situation.procedure().acknowledgementWorkingDays()));
    }

    /** Twelve weeks passed, and the setting had not written down before that they would. */
    static boolean isOverdue(Situation it) {
        return it.hasReached() && it.isChildOn(it.twelveWeeksOn()) && !it.wasLikelyInTime();
    }

    /** Three months passed, and no council had a notice before that. */
    static boolean isBreach(Situation it, List<GivenNotice> given) {
        Instant limit = EnglandsDays.startOf(it.threeMonthsOn());
        boolean toldInTime = given.stream()
                .filter(notice -> notice.kind().isFirst() && !notice.withdrawn())
                .anyMatch(notice ->
                        notice.arrivedAt() != null && notice.arrivedAt().isBefore(limit));
        return it.isThereOn(it.threeMonthsOn()) && it.isChildOn(it.threeMonthsOn()) && !toldInTime;
    }

    private static Instant since(GivenNotice it) {
        return Objects.requireNonNullElse(it.arrivedAt(), it.givenAt());
    }

    private static boolean was(NoticeKind kind, GivenNotice about, View view) {
        return view.given().stream()
                .anyMatch(it -> it.kind() == kind && about.id().equals(it.about()));
    }

    private static List<DueNotice> once(View view, NoticeKind kind, Addressee to, @Nullable Section section) {
        return view.wasTold(kind, to) ? List.of() : List.of(new DueNotice(kind, to, REMINDER, section, null));
    }
}

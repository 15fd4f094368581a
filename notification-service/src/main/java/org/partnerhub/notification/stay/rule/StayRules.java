package org.partnerhub.notification.stay.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.notification.stay.Assessment;
import org.partnerhub.notification.stay.Assessment.Standing;
import org.partnerhub.notification.stay.DueNotice;
import org.partnerhub.notification.stay.Finding;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.Question;
import org.partnerhub.notification.stay.Section;
import org.partnerhub.notification.stay.Stay;

/**
 * Goes through the rules in the order in which the Acts ask: is it a child, which section, how long, which authority; then which notices
 * are due. The lists stand in {@link SectionRules}, {@link AuthorityRules}, {@link AftercareRules}, {@link NoticeRules} and, for what is
 * consecutive, {@link org.partnerhub.notification.stay.Consecutive}. It looks at nothing but its arguments.
 */
public final class StayRules {

    private StayRules() {}

    /**
     * What follows from a stay.
     *
     * @param given every notice that was given for it
     */
    public static Assessment assess(Situation situation, List<GivenNotice> given) {
        return new Asking(situation, given).assessment();
    }

    /** The code among these that carries the duty of aftercare, where one does. */
    public static Optional<String> dutyOfAftercare(Set<String> statuses) {
        return AftercareRules.LIST.stream()
                .flatMap(it -> it.codes().stream())
                .sorted()
                .filter(statuses::contains)
                .findFirst();
    }

    /** Takes a notice back. */
    public static DueNotice withdrawal(GivenNotice given) {
        return NoticeRules.withdrawal(given);
    }

    /** One stay, asked about rule by rule. */
    private static final class Asking {

        private final Situation situation;
        private final Stay stay;
        private final List<GivenNotice> given;
        private final List<Finding> findings;
        private final Set<Question> questions = EnumSet.noneOf(Question.class);
        private boolean provisional;

        Asking(Situation situation, List<GivenNotice> given) {
            this.situation = situation;
            this.stay = situation.stay();
            this.given = given;
            this.findings = new ArrayList<>(stay.findings());
            questions.addAll(stay.questions());
        }

        Assessment assessment() {
            boolean child = child();
            SectionRules.Rule rule = SectionRules.of(situation);
            found(rule.name(), rule.source(), rule.words(), settingFacts());
            boolean noSection = rule.section() == null && rule.question() == null;
            length();
            if (!child || noSection) {
                return result(Standing.NOT_DUE, null, null, NoticeRules.aftercareAlone(situation, given, child));
            }
            if (rule.question() != null) {
                questions.add(rule.question());
            }
            between();
            Section section = rule.section();
            Section assumed = section == null ? Section.EIGHTY_FIVE : section;
            Optional<String> authority = authority(assumed);
            boolean settled = section != null && authority.isPresent() && situation.birthDate() != null;
            Optional<String> council = authority;
            if (!settled && situation.hasReached()) {
                council = authority.or(() -> AuthorityRules.whereTheSettingStands(situation));
                provisional = council.isPresent();
                found(
                        "the-clock-runs-on",
                        "Children Act 1989 s.85(1), s.85(3); local procedure",
                        provisional
                                ? "Twelve weeks have passed and something is still open: the council that is likeliest is told,"
                                        + " and a person settles the rest."
                                : "Twelve weeks have passed, and nobody knows which council to tell.",
                        Map.of());
            }
            boolean known = settled || provisional;
            var view = new NoticeRules.View(
                    situation, known ? assumed : null, known ? council.orElse(null) : null, settled, given);
            List<DueNotice> due = NoticeRules.due(view);
            return result(standing(due), section, council.orElse(null), due);
        }

        private boolean child() {
            if (situation.birthDate() == null) {
                questions.add(Question.WHEN_BORN);
                found(
                        "child-on-the-day",
                        "Children Act 1989 s.105(1)",
                        "The date of birth is not known; the clock runs as for a child.",
                        Map.of());
                return true;
            }
            boolean child = situation.isChildOn(situation.startedOn());
            found(
                    "child-on-the-day",
                    "Children Act 1989 s.105(1)",
                    child ? "Under 18 on the day of admission." : "18 or over on the day of admission.",
                    Map.of("admittedOn", situation.startedOn().toString()));
            return child;
        }

        private Map<String, String> settingFacts() {
            Setting setting = situation.setting();
            return setting == null
                    ? Map.of()
                    : Map.of(
                            "kind", setting.kind().code(),
                            "funding", setting.funding().code());
        }

        private void length() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("admittedOn", situation.startedOn().toString());
            LocalDate until = stay.expectedUntil();
            facts.put("expectedUntil", until == null ? "not said" : until.toString());
            facts.put("twelveWeeksOn", situation.twelveWeeksOn().toString());
            facts.put("threeMonthsOn", situation.threeMonthsOn().toString());
            if (!stay.first().admittedSaid()) {
                facts.put("admissionDate", "not said: the earliest day that a message tells of");
            }
            found(
                    "twelve-weeks",
                    "Local procedure: twelve weeks; Children Act 1989 s.85(1)(a) and (b): three months, or so intended",
                    situation.hasReached()
                            ? "Twelve weeks have passed."
                            : situation.isLikely()
                                    ? "Likely to last twelve weeks."
                                    : "Neither twelve weeks nor said to be likely.",
                    facts);
        }

        private void between() {
            if (stay.isLostSince(
                    situation.today().minusDays(situation.procedure().transferDays()))) {
                questions.add(Question.WHERE_THE_CHILD_IS);
                found(
                        "on-the-way-to-another-hospital",
                        "Children Act 1989 s.85(1); DischargeDestinationEngland 49 to 53, 84, 87",
                        "Discharged to another hospital, from which nothing was heard; the clock runs on.",
                        Map.of());
            }
        }

        private Optional<String> authority(Section section) {
            AuthorityRules.Rule rule = AuthorityRules.of(situation, section);
            Optional<String> authority = rule.authority().apply(situation);
            if (authority.isEmpty()) {
                questions.add(rule.question());
            }
            found(
                    rule.name(),
                    rule.source(),
                    rule.words(),
                    authority.map(it -> Map.of("authority", it)).orElse(Map.of()));
            return authority;
        }

        private void found(String rule, String source, String words, Map<String, String> facts) {
            findings.add(new Finding(rule, source, words, facts));
        }

        private Standing standing(List<DueNotice> due) {
            boolean told = given.stream().anyMatch(it -> it.kind().isFirst() && !it.withdrawn())
                    || due.stream().anyMatch(it -> it.kind().isFirst());
            if (!told && !situation.isChildOn(situation.today())) {
                return Standing.NOT_DUE;
            }
            if (!questions.isEmpty()) {
                return Standing.FOR_A_PERSON;
            }
            if (stay.endedAt().isPresent()) {
                return Standing.ENDED;
            }
            return told ? Standing.NOTIFIED : Standing.WATCHED;
        }

        private Assessment result(
                Standing standing, @Nullable Section section, @Nullable String authority, List<DueNotice> due) {
            boolean duty = standing != Standing.NOT_DUE;
            boolean seenTo = given.stream()
                    .anyMatch(it -> it.kind().isFirst() && !it.withdrawn() && it.acknowledgedAt() != null);
            return new Assessment(
                    standing,
                    section,
                    authority,
                    provisional,
                    situation.startedOn(),
                    situation.reminderOn(),
                    situation.twelveWeeksOn(),
                    situation.threeMonthsOn(),
                    stay.expectedUntil(),
                    situation.eighteenOn(),
                    stay.endedOn().orElse(null),
                    duty && NoticeRules.isOverdue(situation) ? situation.twelveWeeksOn() : null,
                    duty && NoticeRules.isBreach(situation, given) ? situation.threeMonthsOn() : null,
                    NoticeRules.silentSince(situation, given),
                    seenTo,
                    findings,
                    questions,
                    due);
        }
    }
}

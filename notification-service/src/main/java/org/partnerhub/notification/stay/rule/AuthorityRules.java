package org.partnerhub.notification.stay.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.notification.stay.Question;
import org.partnerhub.notification.stay.Section;

/** The responsible authority: Children Act 1989 s.85(3), s.86(1), s.105(6). */
final class AuthorityRules {

    /**
     * One rule.
     *
     * @param authority the code; empty where a person has to settle it
     */
    record Rule(
            String name,
            String source,
            String words,
            Question question,
            BiPredicate<Situation, Section> holds,
            Function<Situation, Optional<String>> authority) {}

    /** Looked at in this order; the first that holds decides. */
    static final List<Rule> LIST = List.of(
            new Rule(
                    "private-setting-where-it-stands",
                    "Children Act 1989 s.86(1), s.86(6)",
                    "Under section 86 the council is told in whose area the setting stands, wherever the child lived.",
                    Question.WHERE_THE_PLACE_STANDS,
                    (_, section) -> section == Section.EIGHTY_SIX,
                    AuthorityRules::whereTheSettingStands),
            new Rule(
                    "residence-contradicts-itself",
                    "Children Act 1989 s.85(3)",
                    "A council and no fixed abode, or abroad, were both given.",
                    Question.WHERE_THE_CHILD_LIVED,
                    (it, _) -> it.residence().authority() != null
                            && (isTrue(it.residence().noFixedAbode())
                                    || isTrue(it.residence().abroad())),
                    _ -> Optional.empty()),
            new Rule(
                    "looked-after",
                    "Children Act 1989 s.105(6): time in accommodation of an authority counts for no ordinary residence",
                    "Looked after: the council that looks after the child, wherever the child was placed.",
                    Question.WHERE_THE_CHILD_LIVED,
                    (it, _) -> it.residence().lookedAfterBy() != null,
                    it -> council(it, it.residence().lookedAfterBy())),
            new Rule(
                    "no-fixed-abode",
                    "Children Act 1989 s.85(3)(b)",
                    "Ordinarily resident nowhere: the council in whose area the setting stands.",
                    Question.WHERE_THE_PLACE_STANDS,
                    (it, _) -> isTrue(it.residence().noFixedAbode()),
                    AuthorityRules::whereTheSettingStands),
            new Rule(
                    "lived-abroad",
                    "Children Act 1989 s.85(3)(b)",
                    "Ordinarily resident outside England and Wales: the council in whose area the setting stands.",
                    Question.WHERE_THE_PLACE_STANDS,
                    (it, _) -> isTrue(it.residence().abroad())
                            || isOf("SN", it.residence().authority()),
                    AuthorityRules::whereTheSettingStands),
            new Rule(
                    "lived-in-wales",
                    "Children Act 1989 s.85(3)(a), s.105(1)",
                    "Ordinarily resident in Wales: its council is a local authority under the Act; the hub has no way to it.",
                    Question.WHERE_THE_CHILD_LIVED,
                    (it, _) -> isOf("W", it.residence().authority()),
                    it -> Optional.ofNullable(it.residence().authority())),
            new Rule(
                    "ordinary-residence-before",
                    "Children Act 1989 s.85(3)(a)",
                    "The council where the child was ordinarily resident immediately before, in the county or out of it.",
                    Question.WHERE_THE_CHILD_LIVED,
                    (it, _) -> council(it, it.residence().authority()).isPresent(),
                    it -> council(it, it.residence().authority())),
            new Rule(
                    "residence-unknown",
                    "Children Act 1989 s.85(3)",
                    "Nobody said, with a code of a council in England, where the child lived before.",
                    Question.WHERE_THE_CHILD_LIVED,
                    (_, _) -> true,
                    _ -> Optional.empty()));

    private AuthorityRules() {}

    static Rule of(Situation situation, Section section) {
        return LIST.stream()
                .filter(it -> it.holds().test(situation, section))
                .findFirst()
                .orElseThrow();
    }

    static Optional<String> whereTheSettingStands(Situation situation) {
        Setting setting = situation.setting();
        return setting == null ? Optional.empty() : council(situation, setting.authority());
    }

    private static Optional<String> council(Situation situation, @Nullable String code) {
        return code == null ? Optional.empty() : situation.authorities().responsibleFor(code);
    }

    private static boolean isOf(String nations, @Nullable String code) {
        return code != null && !code.isEmpty() && nations.indexOf(code.charAt(0)) >= 0;
    }

    private static boolean isTrue(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said);
    }
}

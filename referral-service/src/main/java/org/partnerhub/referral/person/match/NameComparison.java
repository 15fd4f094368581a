package org.partnerhub.referral.person.match;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The names of two descriptions beside each other.
 *
 * @param perhapsTwin whether both may be names of two siblings of one birth
 * @param given whether both sides give one
 */
record NameComparison(Set<Evidence> evidence, double weight, boolean perhapsTwin, boolean given) {

    /** Given to all sons or daughters of many families: what comes after it tells them apart. */
    private static final Set<String> SHARED_BY_SIBLINGS = Set.of(
            "muhammad",
            "mohammed",
            "mohamed",
            "mohammad",
            "mohamad",
            "muhammed",
            "md",
            "abdul",
            "bibi",
            "syed",
            "syeda");

    static NameComparison of(Described one, Described other, NameUse use) {
        NameComparison straight = straight(one, other, use);
        if (straight.evidence.contains(Evidence.GIVEN_NAME_SAME)
                && straight.evidence.contains(Evidence.FAMILY_NAME_SAME)) {
            return straight;
        }
        NameComparison swapped = swapped(one, other, use);
        return swapped.weight > straight.weight ? swapped : straight;
    }

    private static NameComparison straight(Described one, Described other, NameUse use) {
        EnumSet<Evidence> found = EnumSet.noneOf(Evidence.class);
        GivenNames given = GivenNames.compared(one, other, use);
        double weight = given.addTo(found);
        weight += family(one.family(), other.family(), one.knownAs(), other.knownAs(), use, found);
        return new NameComparison(found, weight, given.perhapsTwin(), given.given());
    }

    /** As if one side had written the family name first. */
    private static NameComparison swapped(Described one, Described other, NameUse use) {
        if (one.given().isEmpty() || one.family().isEmpty()) {
            return new NameComparison(Set.of(), -Double.MAX_VALUE, false, false);
        }
        NameComparison turned = straight(turned(one), other, use);
        EnumSet<Evidence> found = EnumSet.copyOf(turned.evidence);
        double weight = turned.weight + Comparison.add(Evidence.NAMES_SWAPPED, found);
        return new NameComparison(found, weight, turned.perhapsTwin, turned.given);
    }

    private static Described turned(Described one) {
        return new Described(
                one.nhsNumbers(),
                one.pupilNumbers(),
                one.temporaryPupilNumbers(),
                one.agencyNumbers(),
                /* given= */ one.family(),
                /* family= */ one.given(),
                one.knownAs(),
                one.birthDate(),
                one.postcode(),
                one.houses(),
                one.street(),
                one.telephone(),
                one.school());
    }

    private static double family(
            List<String> one,
            List<String> other,
            Set<String> oneKnownAs,
            Set<String> otherKnownAs,
            NameUse use,
            Set<Evidence> found) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (Set.copyOf(one).equals(Set.copyOf(other)) || joined(one).equals(joined(other))) {
            found.add(Evidence.FAMILY_NAME_SAME);
            return Evidence.FAMILY_NAME_SAME.weight(use.familyShare(rarest(one, use)));
        }
        if (one.stream().anyMatch(other::contains)
                || one.stream().anyMatch(otherKnownAs::contains)
                || other.stream().anyMatch(oneKnownAs::contains)) {
            return Comparison.add(Evidence.FAMILY_NAME_PART, found);
        }
        boolean close = Likeness.close(joined(one), joined(other))
                || one.stream().anyMatch(word -> other.stream().anyMatch(it -> Variants.same(word, it)));
        return Comparison.add(close ? Evidence.FAMILY_NAME_CLOSE : Evidence.FAMILY_NAME_OTHER, found);
    }

    private static String rarest(List<String> words, NameUse use) {
        return words.stream()
                .min((a, b) -> Double.compare(use.familyShare(a), use.familyShare(b)))
                .orElseThrow();
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }

    /** How the given names of two descriptions stand to each other. */
    private record GivenNames(
            Evidence first, double firstWeight, List<Evidence> others, boolean perhapsTwin, boolean given) {

        static GivenNames compared(Described one, Described other, NameUse use) {
            if (one.given().isEmpty() || other.given().isEmpty()) {
                return new GivenNames(Evidence.GIVEN_NAME_SAME, 0, List.of(), false, false);
            }
            List<String> mine = telling(one.given());
            List<String> theirs = telling(other.given());
            boolean onlyShared = mine.isEmpty() != theirs.isEmpty();
            if (mine.isEmpty() || theirs.isEmpty()) {
                mine = one.given();
                theirs = other.given();
            }
            return first(called(mine, one), called(theirs, other), mine, theirs, onlyShared, use);
        }

        /** Without what siblings share. */
        private static List<String> telling(List<String> given) {
            return given.stream()
                    .filter(name -> !SHARED_BY_SIBLINGS.contains(name))
                    .toList();
        }

        private static List<String> called(List<String> given, Described described) {
            List<String> called = new ArrayList<>(given);
            called.addAll(described.knownAs());
            return called;
        }

        private static GivenNames first(
                List<String> mine,
                List<String> theirs,
                List<String> myGiven,
                List<String> theirGiven,
                boolean onlyShared,
                NameUse use) {
            for (String name : mine) {
                for (String their : theirs) {
                    if (name.length() > 1 && Variants.same(name, their)) {
                        double weight =
                                Evidence.GIVEN_NAME_SAME.weight(Math.max(use.givenShare(name), use.givenShare(their)));
                        boolean firsts = name.equals(mine.getFirst()) && their.equals(theirs.getFirst());
                        List<Evidence> middle = firsts ? middle(myGiven, theirGiven) : List.of();
                        boolean twin = middle.contains(Evidence.MIDDLE_NAME_OTHER)
                                || (onlyShared && SHARED_BY_SIBLINGS.contains(name));
                        return new GivenNames(Evidence.GIVEN_NAME_SAME, weight, middle, twin, true);
                    }
                }
            }
            String name = mine.getFirst();
            String their = theirs.getFirst();
            if (name.length() == 1 || their.length() == 1) {
                Evidence initial =
                        name.charAt(0) == their.charAt(0) ? Evidence.GIVEN_NAME_INITIAL : Evidence.GIVEN_NAME_OTHER;
                return new GivenNames(
                        initial, initial.weight(), List.of(), initial == Evidence.GIVEN_NAME_INITIAL, true);
            }
            for (String word : mine) {
                for (String otherWord : theirs) {
                    if (Variants.akin(word, otherWord) || Likeness.close(word, otherWord)) {
                        return close(word, otherWord, middle(myGiven, theirGiven), use);
                    }
                }
            }
            return new GivenNames(
                    Evidence.GIVEN_NAME_OTHER, Evidence.GIVEN_NAME_OTHER.weight(), List.of(), false, true);
        }

        /** A slip makes a word that nobody is called; two names that people bear may be two siblings. */
        private static GivenNames close(String name, String their, List<Evidence> middle, NameUse use) {
            boolean twoNames = use.isGivenName(name) && use.isGivenName(their);
            return new GivenNames(
                    Evidence.GIVEN_NAME_CLOSE,
                    Evidence.GIVEN_NAME_CLOSE.weight(),
                    middle,
                    twoNames || middle.contains(Evidence.MIDDLE_NAME_OTHER),
                    true);
        }

        private static List<Evidence> middle(List<String> one, List<String> other) {
            if (one.size() < 2 || other.size() < 2) {
                return List.of();
            }
            List<String> mine = one.subList(1, one.size());
            List<String> theirs = other.subList(1, other.size());
            if (any(
                    mine,
                    theirs,
                    (a, b) -> a.length() > 1 && b.length() > 1 && (Variants.same(a, b) || Likeness.close(a, b)))) {
                return List.of(Evidence.MIDDLE_NAME_SAME);
            }
            boolean initial =
                    any(mine, theirs, (a, b) -> (a.length() == 1 || b.length() == 1) && a.charAt(0) == b.charAt(0));
            return List.of(initial ? Evidence.MIDDLE_NAME_INITIAL : Evidence.MIDDLE_NAME_OTHER);
        }

        private static boolean any(
                List<String> one, List<String> other, java.util.function.BiPredicate<String, String> holds) {
            return one.stream().anyMatch(a -> other.stream().anyMatch(b -> holds.test(a, b)));
        }

        double addTo(Set<Evidence> found) {
            if (!given) {
                return 0;
            }
            found.add(first);
            found.addAll(others);
            return firstWeight + others.stream().mapToDouble(Evidence::weight).sum();
        }
    }
}

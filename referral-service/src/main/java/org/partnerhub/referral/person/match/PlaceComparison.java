package org.partnerhub.referral.person.match;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two descriptions say that somebody lives, learns and is called. */
final class PlaceComparison {

    private PlaceComparison() {}

    static double weighed(Described one, Described other, Set<Evidence> found) {
        double weight = home(one, other, found);
        weight += sameOrOther(
                one.telephone(), other.telephone(), Evidence.TELEPHONE_SAME, Evidence.TELEPHONE_OTHER, found);
        double school = sameOrOther(one.school(), other.school(), Evidence.SCHOOL_SAME, Evidence.SCHOOL_OTHER, found);
        // who moves changes school: that counts once
        return found.contains(Evidence.POSTCODE_OTHER) ? weight + Math.max(0, school) : weight + school;
    }

    private static double sameOrOther(
            @Nullable String one, @Nullable String other, Evidence same, Evidence different, Set<Evidence> found) {
        if (one == null || other == null) {
            return 0;
        }
        return Comparison.add(one.equals(other) ? same : different, found);
    }

    private static double home(Described one, Described other, Set<Evidence> found) {
        String postcode = one.postcode();
        String otherPostcode = other.postcode();
        Evidence code = postcode == null || otherPostcode == null ? null : code(postcode, otherPostcode);
        boolean near = code == Evidence.POSTCODE_SAME || code == Evidence.POSTCODE_CLOSE;
        boolean housed = !one.houses().isEmpty() && !other.houses().isEmpty();
        boolean sameHouse = housed && !Collections.disjoint(one.houses(), other.houses());
        if (code != null && near) {
            double weight = Comparison.add(code, found);
            return !housed
                    ? weight
                    : weight + Comparison.add(sameHouse ? Evidence.HOUSE_SAME : Evidence.HOUSE_OTHER, found);
        }
        boolean sameStreet = sameHouse && sameStreet(one.street(), other.street());
        double weight = sameStreet ? Comparison.add(Evidence.STREET_SAME, found) : 0;
        boolean speaksAgainst = code == Evidence.POSTCODE_OTHER && sameStreet;
        return code == null || speaksAgainst ? weight : weight + Comparison.add(code, found);
    }

    private static Evidence code(String one, String other) {
        if (one.equals(other)) {
            return Postcode.isBritish(one) ? Evidence.POSTCODE_SAME : Evidence.POSTAL_AREA_SAME;
        }
        if (Postcode.isBritish(one) && Postcode.isBritish(other) && Likeness.slips(one, other) == 1) {
            return Evidence.POSTCODE_CLOSE;
        }
        return Postcode.sameDistrict(one, other) ? Evidence.POSTCODE_DISTRICT : Evidence.POSTCODE_OTHER;
    }

    /** At least half of the telling words agree, give or take a slip. */
    private static boolean sameStreet(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        long agreeing = one.stream()
                .filter(word -> other.contains(word) || other.stream().anyMatch(it -> Likeness.slips(word, it) <= 1))
                .count();
        return 2 * agreeing >= Math.min(one.size(), other.size());
    }
}

package org.partnerhub.referral;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Referrals of families who do not exist: each child with a name and a number of its own, brothers and sisters in one household. */
final class GeneratedFamilies {

    private static final AtomicInteger NAMED = new AtomicInteger();

    private GeneratedFamilies() {}

    private record Child(String given, String family, String nhsNumber, LocalDate born) {}

    /**
     * Referrals of so many children in so many families, on the days of a month.
     *
     * @param children at least as many as families
     */
    static List<ObjectNode> referrals(YearMonth month, String kind, String purpose, int children, int families) {
        List<ObjectNode> bodies = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            int size = children / families + (family < children % families ? 1 : 0);
            List<Child> siblings = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                siblings.add(child(family));
            }
            for (Child child : siblings) {
                bodies.add(referral(month, kind, purpose, child, siblings.getFirst(), bodies.size()));
            }
        }
        return bodies;
    }

    /** A referral of one family's one child, screened for these themes. */
    static ObjectNode screened(YearMonth month, List<String> themes) {
        Child child = child(0);
        ObjectNode body = referral(month, "request", "early-help-support", child, child, 0);
        ArrayNode list = body.putArray("themes");
        themes.forEach(list::add);
        return body;
    }

    private static ObjectNode referral(
            YearMonth month, String kind, String purpose, Child child, Child first, int number) {
        ObjectNode body = Bodies.object("""
                {"asks": [{}], "reason": "Generated.", "themes": ["other"], "urgency": "routine", "subject": {}}""");
        body.put("kind", kind);
        body.put("occurredAt", month.atDay(1 + number % month.lengthOfMonth()) + "T12:00:00Z");
        body.withObject("/asks/0").put("purpose", purpose);
        body.withObject("/subject")
                .put("nhsNumber", child.nhsNumber())
                .put("birthDate", child.born().toString())
                .put("authority", number % 2 == 0 ? "E10000003" : "E07000010")
                .set(
                        "name",
                        Bodies.object(
                                "{\"given\": [\"" + child.given() + "\"], \"family\": \"" + child.family() + "\"}"));
        if (!child.equals(first)) {
            body.withObject("/story")
                    .putArray("household")
                    .add(Bodies.object("{\"relationship\": \"sibling\"}")
                            .put("name", first.given() + " " + first.family())
                            .put("nhsNumber", first.nhsNumber()));
        }
        return body;
    }

    private static Child child(int family) {
        int number = NAMED.incrementAndGet();
        return new Child(
                letters(number),
                letters(7 * number + family + 31),
                Bodies.nhsNumber(),
                LocalDate.of(2002, 1, 1).plusDays(number * 3L % 5000));
    }

    /** A number in letters: no two are alike, and no name says anything. */
    private static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number * 7919 + 104_729; rest > 0; rest /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

package org.partnerhub.referral.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Theme;

/** Situations written as words: a routine request by a school about a 15-year-old in Cambridgeshire on a Monday, but for what is said. */
final class Situations {

    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    private Situations() {}

    /** Words such as {@code kind=transfer age=19 area=E06000031}; {@code area=-} takes the usual away. */
    static Situation of(String purpose, @Nullable String words) {
        Map<String, String> said = new HashMap<>(Map.of("area", "E10000003", "age", "15", "sender", "school"));
        Arrays.stream((words == null ? "" : words).split(" +"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split("=", 2))
                .forEach(word -> {
                    if (word[1].equals("-")) {
                        said.remove(word[0]);
                    } else {
                        said.put(word[0], word[1]);
                    }
                });
        Instant at = said.containsKey("at") ? Instant.parse(said.get("at")) : MONDAY;
        String named = said.get("named");
        String level = said.get("level");
        return new Situation(
                new Purpose(purpose),
                said.get("service"),
                Kind.of(said.getOrDefault("kind", "request")),
                Urgency.of(said.getOrDefault("urgency", "routine")),
                level == null ? null : Level.of(level),
                Set.of(Theme.of(said.getOrDefault("theme", "health"))),
                said.get("sender"),
                child(said, at),
                attached(said),
                named == null ? null : new RecipientId(named),
                at);
    }

    private static Situation.Child child(Map<String, String> said, Instant at) {
        String age = said.get("age");
        LocalDate today = at.atZone(WorkingDays.ENGLAND).toLocalDate();
        return new Situation.Child(
                said.get("area"),
                said.get("postcode"),
                said.get("school"),
                age == null ? null : today.minusYears(Integer.parseInt(age)),
                said.containsKey("found"));
    }

    private static Set<Attachment> attached(Map<String, String> said) {
        return Arrays.stream(said.getOrDefault("with", "").split(","))
                .filter(code -> !code.isEmpty())
                .map(Attachment::read)
                .collect(Collectors.toSet());
    }
}

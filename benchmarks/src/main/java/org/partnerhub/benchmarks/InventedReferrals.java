package org.partnerhub.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.partnerhub.contracts.identity.NhsNumber;
import tools.jackson.databind.json.JsonMapper;

/** Referrals of 2 kB about invented children, each for early help on the child's own consent: one recipient, a webhook. */
final class InventedReferrals {

    static final int BYTES = 2_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String SENTENCE = "Attendance has fallen since the summer, most of all on Mondays. ";
    private static final List<String> GIVEN =
            List.of("Wren", "Ivo", "Saskia", "Tam", "Odette", "Perrin", "Isla", "Joss");
    private static final List<String> FAMILY = List.of("Fenwick", "Marsh", "Osier", "Reed", "Sedge", "Alder", "Teal");

    private final AtomicInteger next;

    /**
     * An endless supply.
     *
     * @param first where to begin among the children, so that another run meets others
     */
    InventedReferrals(int first) {
        this.next = new AtomicInteger(Math.floorMod(first, 10_000_000));
    }

    /** The next one, safe from several threads. */
    byte[] next() {
        int child = nextWithNhsNumber();
        byte[] bare = JSON.writeValueAsBytes(referral(child, ""));
        String padding = SENTENCE.repeat(BYTES / SENTENCE.length() + 1);
        int missing = Math.max(1, BYTES - bare.length);
        return JSON.writeValueAsString(referral(child, padding.substring(0, missing)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private int nextWithNhsNumber() {
        while (true) {
            int candidate = Math.floorMod(next.getAndIncrement(), 10_000_000);
            if (NhsNumber.isValid(nhsNumber(candidate))) {
                return candidate;
            }
        }
    }

    private static String nhsNumber(int child) {
        return "999%07d".formatted(child);
    }

    private static Map<String, Object> referral(int child, String padding) {
        return Map.of(
                "subject", subject(child),
                "kind", "request",
                "asks", List.of(Map.of("purpose", "early-help-support")),
                "reason", "Anxious since the summer; has missed eleven mornings this term.",
                "themes", List.of("education"),
                "urgency", "routine",
                "story",
                        Map.of(
                                "voice",
                                "I want to go in but my stomach turns.",
                                "contributions",
                                List.of(Map.of("category", "education", "text", "Seen by her tutor. " + padding))),
                "consent", consent());
    }

    private static Map<String, Object> subject(int child) {
        return Map.of(
                "nhsNumber", nhsNumber(child),
                "name",
                        Map.of(
                                "given",
                                List.of(GIVEN.get(child % GIVEN.size())),
                                "family",
                                FAMILY.get(child % FAMILY.size())),
                "birthDate",
                        LocalDate.now(HERE)
                                .minusYears(14)
                                .minusDays(child % 300)
                                .toString(),
                "authority", "E10000003",
                "schoolUrn", "999001");
    }

    private static Map<String, Object> consent() {
        LocalDate today = LocalDate.now(HERE);
        return Map.of(
                "decision", "given",
                "givenBy",
                        Map.of(
                                "capacity",
                                "gillick-competent",
                                "assessor",
                                Map.of("name", "M Ellis", "role", "tutor", "assessedOn", today.toString())),
                "purposes", List.of("early-help-support"),
                "recipients", Map.of("kinds", List.of("council")),
                "categories", List.of("identity", "education", "voice", "referral"),
                "from", today.toString(),
                "until", today.plusYears(1).toString(),
                "evidence", Map.of("kind", "form"),
                "obtainedOn", today.toString());
    }
}

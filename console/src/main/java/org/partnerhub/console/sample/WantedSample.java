package org.partnerhub.console.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

/**
 * A sample to be drawn, as typed.
 *
 * @param filter what is left empty filters nothing
 * @param seed one is made up where it is empty
 */
public record WantedSample(
        String reason,
        String size,
        TypedDay from,
        TypedDay until,
        List<String> kinds,
        Map<String, String> filter,
        String seed) {

    /** The kinds that can be chosen; the first three unless others are. */
    public static final List<String> KINDS = List.of(
            "decision",
            "refusal",
            "disclosure",
            "consent-given",
            "consent-refused",
            "consent-withdrawn",
            "override-authorised",
            "release-given",
            "officer-looked");

    private static final int USUAL_KINDS = 3;
    private static final int MOST = 200;
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    public WantedSample {
        reason = reason.strip();
        size = size.strip();
        seed = seed.strip();
        kinds = List.copyOf(kinds);
        filter = Map.copyOf(filter);
    }

    /** A form that nobody has filled in yet. */
    public static WantedSample empty() {
        return new WantedSample(
                "", "20", TypedDay.empty(), TypedDay.empty(), KINDS.subList(0, USUAL_KINDS), Map.of(), "");
    }

    /** What was typed for one of the filters. */
    public String filtered(String by) {
        return filter.getOrDefault(by, "");
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(Look.reasonFaults(reason, "reason"));
        if (number().isEmpty()) {
            faults.add(new Fault("size", "Enter how many entries to draw, from 1 to " + MOST + "."));
        }
        if (from.date().isEmpty()) {
            faults.add(new Fault("from", "Enter the first day as a real date, such as 1 10 2026."));
        }
        if (until.date().isEmpty()) {
            faults.add(new Fault("until", "Enter the last day as a real date, such as 31 10 2026."));
        }
        if (kinds.isEmpty()) {
            faults.add(new Fault("kinds", "Choose at least one kind of entry."));
        }
        for (String by : List.of("recipient", "purpose")) {
            String typed = filtered(by).strip();
            if (!typed.isEmpty() && !typed.matches(CODE)) {
                faults.add(new Fault(by, "Enter the " + by + " by its code, or leave it empty."));
            }
        }
        if (!seed.matches("[A-Za-z0-9-]{0,64}")) {
            faults.add(new Fault("seed", "Enter a seed of letters, digits and hyphens, or leave it empty."));
        }
        return faults;
    }

    private Optional<Integer> number() {
        return Optional.of(size)
                .filter(it -> it.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(it -> it >= 1 && it <= MOST);
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> among = new LinkedHashMap<>();
        among.put("kinds", kinds);
        filter.forEach((by, typed) -> {
            if (!typed.isBlank()) {
                among.put(by, typed.strip());
            }
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("size", number().orElseThrow());
        body.put("from", from.date().orElseThrow().toString());
        body.put("until", until.date().orElseThrow().toString());
        body.put("filter", among);
        if (!seed.isEmpty()) {
            body.put("seed", seed);
        }
        return body;
    }
}

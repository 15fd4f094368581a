package org.partnerhub.console.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

/**
 * Which disclosures an officer wants to go through, as typed.
 *
 * @param filter by the names of {@link Filters#ALL}; what is left empty filters nothing
 * @param before where the page before ended; empty for the first
 */
public record Listing(String reason, TypedDay from, TypedDay until, Map<String, String> filter, String before) {

    private static final int USUAL_DAYS = 30;
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    public Listing {
        reason = reason.strip();
        filter = Map.copyOf(filter);
        before = before.strip();
    }

    /** A form that nobody has filled in yet: the days up to today. */
    public static Listing upTo(LocalDate today) {
        return new Listing("", TypedDay.of(today.minusDays(USUAL_DAYS)), TypedDay.of(today), Map.of(), "");
    }

    /** What was typed for one of the filters. */
    public String filtered(String by) {
        return filter.getOrDefault(by, "");
    }

    /** The same, from where a page ended. */
    public Listing after(String page) {
        return new Listing(reason, from, until, filter, page);
    }

    /** What must be mended before anything is asked; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (from.date().isEmpty()) {
            faults.add(new Fault("from", "Enter the first day as a real date, such as 1 10 2026."));
        }
        if (until.date().isEmpty()) {
            faults.add(new Fault("until", "Enter the last day as a real date, such as 31 10 2026."));
        }
        for (String by : List.of("recipient", "purpose")) {
            String typed = filtered(by).strip();
            if (!typed.isEmpty() && !typed.matches(CODE)) {
                faults.add(new Fault(by, "Enter the " + by + " by its code, or leave it empty."));
            }
        }
        faults.addAll(Look.reasonFaults(reason, "list-reason"));
        return faults;
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> among = new LinkedHashMap<>();
        filter.forEach((by, typed) -> {
            if (!typed.isBlank()) {
                among.put(by, typed.strip());
            }
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("from", from.date().orElseThrow().toString());
        body.put("until", until.date().orElseThrow().toString());
        body.put("filter", among);
        if (!before.isEmpty()) {
            body.put("before", before);
        }
        return body;
    }
}

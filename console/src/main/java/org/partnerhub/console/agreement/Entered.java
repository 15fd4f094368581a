package org.partnerhub.console.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

/**
 * A new agreement, as typed.
 *
 * @param purposes codes
 * @param signedBy roles, one a line
 */
public record Entered(
        String reference,
        String partner,
        List<String> purposes,
        List<String> categories,
        TypedDay from,
        TypedDay until,
        TypedDay reviewOn,
        String signedBy) {

    public Entered {
        reference = reference.strip();
        partner = partner.strip();
        purposes = purposes.stream().flatMap(it -> lines(it).stream()).toList();
        categories = List.copyOf(categories);
    }

    /** A form that nobody has filled in yet. */
    public static Entered empty() {
        return new Entered("", "", List.of(), List.of(), TypedDay.empty(), TypedDay.empty(), TypedDay.empty(), "");
    }

    /** What must be mended before anything is sent; empty when nothing. What a purpose or partner is, consent-service knows. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!reference.matches("[A-Za-z0-9][A-Za-z0-9._-]{2,63}")) {
            faults.add(new Fault("reference", "Enter the reference of the signed paper, such as ISA-2026-001."));
        }
        if (!partner.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(new Fault("partner", "Enter the partner’s code, such as fenland-academy."));
        }
        if (purposes.isEmpty()) {
            faults.add(new Fault("purposes", "Choose at least one purpose."));
        }
        if (categories.isEmpty()) {
            faults.add(new Fault("categories", "Choose at least one category of information."));
        }
        day(from, "from", "first day", faults);
        day(until, "until", "last day", faults);
        day(reviewOn, "reviewOn", "day of review", faults);
        if (lines(signedBy).isEmpty()) {
            faults.add(new Fault("signedBy", "Enter the role of at least one signatory, such as Caldicott Guardian."));
        }
        return faults;
    }

    private static void day(TypedDay typed, String field, String words, List<Fault> faults) {
        if (typed.date().isEmpty()) {
            faults.add(new Fault(field, "Enter the " + words + " as a real date, such as 31 12 2027."));
        }
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reference", reference);
        body.put("partner", partner);
        body.put("purposes", purposes);
        body.put("categories", categories);
        body.put("from", from.date().orElseThrow().toString());
        body.put("until", until.date().orElseThrow().toString());
        body.put("reviewOn", reviewOn.date().orElseThrow().toString());
        body.put("signedBy", lines(signedBy));
        return body;
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}

package org.partnerhub.console.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

/**
 * New days for an agreement that stays as it is, as typed; an end is an earlier last day.
 *
 * @param version of the agreement that the officer had before them; 0 where none
 */
public record Renewal(int version, TypedDay until, TypedDay reviewOn, String reason) {

    public Renewal {
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static Renewal empty() {
        return new Renewal(0, TypedDay.empty(), TypedDay.empty(), "");
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (until.date().isEmpty()) {
            faults.add(new Fault("until", "Enter the last day as a real date, such as 31 12 2027."));
        }
        if (reviewOn.date().isEmpty()) {
            faults.add(new Fault("reviewOn", "Enter the day of review as a real date, such as 1 10 2027."));
        }
        if (reason.isEmpty() || reason.length() > 500) {
            faults.add(new Fault("reason", "Enter the reason in 1 to 500 characters."));
        }
        return faults;
    }

    /** The agreement with its new days, as consent-service takes it. */
    public Map<String, Object> sent(Agreement present) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        if (version > 0) {
            body.put("version", version);
        }
        body.put("purposes", present.purposes());
        body.put("categories", present.categories());
        body.put("from", present.from().toString());
        body.put("until", until.date().orElseThrow().toString());
        body.put("reviewOn", reviewOn.date().orElseThrow().toString());
        body.put("signedBy", present.signedBy());
        return body;
    }
}

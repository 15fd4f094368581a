package org.partnerhub.console.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.words.Fault;

/**
 * Which consents an officer wants to see, as typed; what is left empty filters nothing.
 *
 * @param person the hub's id
 * @param partner the code of the partner that recorded it
 * @param state how it stands today, or {@link #SOON}
 * @param after where the page before ended; empty for the first
 */
public record RegisterSearch(String person, String partner, String purpose, String state, String reason, String after) {

    /** Those in force that end within {@value #SOON_DAYS} days. */
    public static final String SOON = "soon";

    private static final int SOON_DAYS = 90;
    private static final int PAGE = 50;
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern HUB_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public RegisterSearch {
        person = person.strip();
        partner = partner.strip();
        purpose = purpose.strip();
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static RegisterSearch empty() {
        return new RegisterSearch("", "", "", "", "", "");
    }

    /** How consents can stand, in words, by their codes, in the order of the form. */
    public static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", "All");
        states.put("given", "In force");
        states.put(SOON, "In force, ending within " + SOON_DAYS + " days");
        states.put("refused", "Refused");
        states.put("withdrawn", "Withdrawn");
        states.put("expired", "Run out");
        states.put("not-begun", "Not begun");
        return states;
    }

    /** What must be mended before anything is asked; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!person.isEmpty() && !HUB_ID.matcher(person).matches()) {
            faults.add(new Fault("person", "Enter the hub’s id of the person, or leave it empty."));
        }
        if (!partner.isEmpty() && !CODE.matcher(partner).matches()) {
            faults.add(new Fault("partner", "Enter the partner by its code, or leave it empty."));
        }
        if (!purpose.isEmpty() && !CODE.matcher(purpose).matches()) {
            faults.add(new Fault("purpose", "Enter the purpose by its code, or leave it empty."));
        }
        faults.addAll(Look.reasonFaults(reason, "reason"));
        return faults;
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent(LocalDate today) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("limit", PAGE);
        put(body, "person", person);
        put(body, "recordedBy", partner);
        put(body, "purpose", purpose);
        put(body, "after", after);
        if (state.equals(SOON)) {
            body.put("endsBy", today.plusDays(SOON_DAYS).toString());
        } else {
            put(body, "state", state);
        }
        return body;
    }

    private static void put(Map<String, Object> body, String name, String typed) {
        if (!typed.isEmpty()) {
            body.put(name, typed);
        }
    }

    @Override
    public String toString() {
        return "RegisterSearch[hidden]";
    }
}

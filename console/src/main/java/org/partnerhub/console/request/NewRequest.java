package org.partnerhub.console.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

/**
 * A request to be recorded, as typed. Who may ask, consent-service knows.
 *
 * @param able yes, no, or empty where nobody assessed a child under 16
 * @param agrees yes, no, or empty
 */
public record NewRequest(
        String kind,
        String person,
        String capacity,
        String name,
        String identity,
        String able,
        String assessorRole,
        TypedDay assessedOn,
        String agrees,
        String bestInterests,
        String authority,
        String wanted,
        TypedDay received) {

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final List<String> KINDS = List.of("access", "rectification", "objection");
    private static final List<String> CAPACITIES = List.of("self", "parental-responsibility", "representative");

    /** A form that nobody has filled in yet. */
    public static NewRequest empty() {
        return new NewRequest("access", "", "", "", "", "", "", TypedDay.empty(), "", "", "", "", TypedDay.empty());
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!KINDS.contains(kind)) {
            faults.add(new Fault("kind", "Choose what is asked."));
        }
        if (!ID.matcher(person.strip()).matches()) {
            faults.add(new Fault(
                    "person", "Enter the hub’s id of the person, such as 0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11."));
        }
        if (!CAPACITIES.contains(capacity)) {
            faults.add(new Fault("capacity", "Choose who asks."));
        }
        if (CAPACITIES.indexOf(capacity) > 0 && name.isBlank()) {
            faults.add(new Fault("name", "Enter the name of whoever asks for the person."));
        }
        if (identity.isBlank()) {
            faults.add(new Fault("identity", "Enter how you made sure who they are, such as passport seen."));
        }
        if (!able.isEmpty() && (assessorRole.isBlank() || assessedOn.date().isEmpty())) {
            faults.add(new Fault("assessorRole", "Enter in what role and on which day the child was assessed."));
        }
        if (wanted.isBlank()) {
            faults.add(new Fault("wanted", "Enter what they ask for."));
        }
        if (received.date().isEmpty()) {
            faults.add(new Fault("received", "Enter the day on which it came as a real date, such as 2 11 2026."));
        }
        return faults;
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> asker = new LinkedHashMap<>();
        asker.put("capacity", capacity);
        asker.put("identity", identity.strip());
        put(asker, "name", name);
        if (!able.isEmpty()) {
            asker.put(
                    "competence",
                    Map.of(
                            "able", able.equals("yes"),
                            "assessorRole", assessorRole.strip(),
                            "assessedOn", assessedOn.date().orElseThrow().toString()));
        }
        if (!agrees.isEmpty()) {
            asker.put("childAgrees", agrees.equals("yes"));
        }
        put(asker, "bestInterests", bestInterests);
        put(asker, "authority", authority);
        return Map.of(
                "kind", kind,
                "person", person.strip().toLowerCase(Locale.ROOT),
                "asker", asker,
                "wanted", wanted.strip(),
                "received", received.date().orElseThrow().toString());
    }

    private static void put(Map<String, Object> asker, String field, String typed) {
        if (!typed.isBlank()) {
            asker.put(field, typed.strip());
        }
    }

    @Override
    public String toString() {
        return "NewRequest[hidden]";
    }
}

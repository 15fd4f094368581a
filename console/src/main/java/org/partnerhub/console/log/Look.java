package org.partnerhub.console.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.partnerhub.console.words.Fault;

/**
 * What an officer asks the log, as typed.
 *
 * @param kind {@code person}, {@code referral} or {@code entry}
 * @param subject the hub's id of it
 * @param reason why the officer looks; it is logged before anything is answered
 */
public record Look(String kind, String subject, String reason) {

    /** The longest reason that the log takes. */
    public static final int REASON_LENGTH = 500;

    private static final Set<String> KINDS = Set.of("person", "referral", "entry");
    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Look {
        kind = KINDS.contains(kind) ? kind : "person";
        subject = subject.strip();
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static Look empty() {
        return new Look("person", "", "");
    }

    /** What the officer must mend before anything is asked; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!ID.matcher(subject).matches()) {
            faults.add(
                    new Fault(
                            "subject",
                            "Enter the hub’s id, such as 0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11. To find somebody by name or NHS number, go to A child."));
        }
        faults.addAll(reasonFaults(reason, "reason"));
        return faults;
    }

    /** What is wrong with a reason; empty when nothing. */
    public static List<Fault> reasonFaults(String reason, String field) {
        if (reason.isBlank()) {
            return List.of(new Fault(field, "Enter why you are looking. It is recorded with your name."));
        }
        return reason.length() > REASON_LENGTH
                ? List.of(new Fault(field, "Shorten the reason to " + REASON_LENGTH + " characters or fewer."))
                : List.of();
    }

    /** The question as consent-service takes it. */
    public Map<String, String> question() {
        String id = subject.toLowerCase(Locale.ROOT);
        return kind.equals("referral")
                ? Map.of("reference", "referral/" + id, "reason", reason)
                : Map.of(kind, id, "reason", reason);
    }
}

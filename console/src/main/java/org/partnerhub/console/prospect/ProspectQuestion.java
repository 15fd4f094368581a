package org.partnerhub.console.prospect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.words.Fault;

/**
 * What an officer asks, as typed.
 *
 * @param subject the hub's id of the person
 * @param purpose its code, as the policy has it
 * @param reason why the officer looks; it is logged before anything is answered
 */
public record ProspectQuestion(String subject, String purpose, String reason) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,20}");

    public ProspectQuestion {
        subject = subject.strip();
        purpose = purpose.strip();
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static ProspectQuestion empty() {
        return new ProspectQuestion("", "", "");
    }

    /** What the officer must mend before anything is asked; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(new Look("person", subject, reason).faults());
        if (!CODE.matcher(purpose).matches()) {
            faults.add(new Fault("purpose", "Choose a purpose."));
        }
        return faults;
    }

    /** The question as consent-service takes it. */
    public Map<String, String> sent() {
        return Map.of("person", subject, "purpose", purpose, "reason", reason);
    }

    @Override
    public String toString() {
        return "ProspectQuestion[hidden]";
    }
}

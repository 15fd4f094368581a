package org.partnerhub.console.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;

/**
 * How an officer settles who may be one, as typed.
 *
 * @param as {@code same}, {@code different} or nothing yet
 */
public record Settlement(String as, String reason) {

    private static final int LONGEST = 500;

    public Settlement {
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static Settlement empty() {
        return new Settlement("", "");
    }

    /** What the officer must mend before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!as.equals("same") && !as.equals("different")) {
            faults.add(new Fault("same", "Choose whether they are one person or two."));
        }
        if (reason.isEmpty()) {
            faults.add(new Fault("why", "Enter how you know. It is recorded with your account."));
        }
        if (reason.length() > LONGEST) {
            faults.add(new Fault("why", "Shorten the reason to " + LONGEST + " characters or fewer."));
        }
        return faults;
    }

    /** The settlement as referral-service takes it. */
    public Map<String, Object> sent() {
        return Map.of("as", as, "reason", reason);
    }

    /** What is said once it is done. */
    public String confirmation() {
        return as.equals("same")
                ? "They are one person now. Their stories and referrals read as one, the consents and refusals of both count, and what waits is decided again. It is in the disclosure log."
                : "They stay two people, and the hub does not ask again. It is in the disclosure log.";
    }

    @Override
    public String toString() {
        return "Settlement[hidden]";
    }
}

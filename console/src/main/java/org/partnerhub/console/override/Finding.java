package org.partnerhub.console.override;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;

/**
 * A reviewer's finding, as typed.
 *
 * @param upheld {@code yes}, {@code no} or nothing yet
 */
public record Finding(String upheld, String words) {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 1000;

    public Finding {
        words = words.strip();
    }

    /** A form that nobody has filled in yet. */
    public static Finding empty() {
        return new Finding("", "");
    }

    public boolean isUpheld() {
        return upheld.equals("yes");
    }

    /** What the reviewer must mend before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!upheld.equals("yes") && !upheld.equals("no")) {
            faults.add(new Fault("upheld", "Choose whether it was right to share without consent."));
        }
        if (words.length() < SHORTEST) {
            faults.add(new Fault(
                    "finding",
                    "Write the finding in a sentence that an inspector can follow, of 20 characters or more."));
        }
        if (words.length() > LONGEST) {
            faults.add(new Fault("finding", "Shorten the finding to 1,000 characters or fewer."));
        }
        return faults;
    }

    /** The finding as consent-service takes it. */
    public Map<String, Object> sent() {
        return Map.of("upheld", isUpheld(), "finding", words);
    }

    @Override
    public String toString() {
        return "Finding[hidden]";
    }
}

package org.partnerhub.console.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;

/**
 * What is to be tried again, as chosen.
 *
 * @param all everything of the state and the partner, rather than the chosen ones
 */
public record Replay(String state, String partner, boolean all, List<String> ids, String reason) {

    public Replay {
        ids = List.copyOf(ids);
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static Replay empty() {
        return new Replay("", "", false, List.of(), "");
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!all && ids.isEmpty()) {
            faults.add(new Fault("ids", "Choose at least one delivery."));
        }
        if (reason.isEmpty() || reason.length() > 500) {
            faults.add(new Fault("reason", "Enter the reason in 1 to 500 characters."));
        }
        return faults;
    }

    /** As notification-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        if (all) {
            Map<String, Object> which = new LinkedHashMap<>();
            which.put("state", state);
            if (!partner.isEmpty()) {
                which.put("partner", partner);
            }
            body.put("all", which);
        } else {
            body.put("ids", ids);
        }
        return body;
    }
}

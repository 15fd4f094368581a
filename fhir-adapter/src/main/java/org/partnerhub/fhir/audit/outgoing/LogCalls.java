package org.partnerhub.fhir.audit.outgoing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.partnerhub.fhir.audit.LoggedEntry;
import org.partnerhub.fhir.sibling.outgoing.CallerCalls;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks into the disclosure log under the officer's own token; consent-service writes the look down before it answers. */
@Component
public class LogCalls {

    private static final JsonMapper JSON = new JsonMapper();

    private final CallerCalls calls;

    LogCalls(CallerCalls calls) {
        this.calls = calls;
    }

    /**
     * Oldest first.
     *
     * @param about {@code person} or {@code reference} with its value
     * @param reason why the officer looks
     */
    public List<LoggedEntry> search(Map<String, String> about, String reason, String token) {
        Map<String, String> body = new TreeMap<>(about);
        body.put("reason", reason);
        return calls.post("consent", "/log/searches", body, token, null)
                .path("entries")
                .valueStream()
                .map(it -> JSON.treeToValue(it, LoggedEntry.class))
                .toList();
    }
}

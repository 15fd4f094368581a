package org.partnerhub.fhir.consent.outgoing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.fhir.consent.RecordedConsent;
import org.partnerhub.fhir.sibling.outgoing.CallerCalls;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** consent-service's calls about the consents that the caller recorded. */
@Component
public class ConsentCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SERVICE = "consent";

    private final CallerCalls calls;

    ConsentCalls(CallerCalls calls) {
        this.calls = calls;
    }

    public RecordedConsent read(ConsentId consent, String token) {
        return JSON.treeToValue(
                calls.get(SERVICE, "/consents/{id}", Map.of("id", consent.toString()), token), RecordedConsent.class);
    }

    /** Those that the caller recorded, newest first. */
    public Page list(Map<String, String> filter, String token) {
        StringBuilder query = new StringBuilder();
        new TreeMap<>(filter)
                .forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append("={")
                        .append(name)
                        .append('}'));
        return JSON.treeToValue(calls.get(SERVICE, "/consents" + query, filter, token), Page.class);
    }

    /**
     * A page.
     *
     * @param next where the next begins; absent on the last
     */
    public record Page(
            List<RecordedConsent> items, @Nullable String next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /** Records one; the same key and body again are the same consent. */
    public ConsentId record(Map<String, Object> consent, String key, String token) {
        return ConsentId.of(
                calls.post(SERVICE, "/consents", consent, token, key).path("id").asString());
    }

    /** Withdraws it; a barrier, answered once nothing leaves on it any more. */
    public void withdraw(ConsentId consent, Map<String, Object> withdrawnBy, String token) {
        calls.post(SERVICE, "/consents/" + consent + "/withdrawal", Map.of("withdrawnBy", withdrawnBy), token, null);
    }

    /** Narrows it; a barrier too. */
    public void narrow(ConsentId consent, Map<String, Object> narrowing, String token) {
        calls.post(SERVICE, "/consents/" + consent + "/narrowing", narrowing, token, null);
    }
}

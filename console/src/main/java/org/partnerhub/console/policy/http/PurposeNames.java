package org.partnerhub.console.policy.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** The policy's purposes, to choose from. Where consent-service does not answer, a page lets the code be typed. */
@Component
public class PurposeNames {

    private final OfficerCalls calls;

    PurposeNames(OfficerCalls calls) {
        this.calls = calls;
    }

    /** The page with the names of the purposes by their codes, as {@code purposes}. */
    public ModelAndView on(ModelAndView page, OAuth2AuthorizedClient officer) {
        Map<String, String> names = calls.read(officer, "consent", calls.document(PurposeNames::read), "/purposes")
                .given()
                .orElseGet(LinkedHashMap::new);
        return page.addObject("purposes", names);
    }

    private static SequencedMap<String, String> read(JsonNode answer) {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        answer.path("items")
                .valueStream()
                .forEach(it ->
                        names.put(it.path("id").asString(), it.path("name").asString()));
        return names;
    }
}

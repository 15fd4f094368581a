package org.partnerhub.console.staff.http;

import java.util.Map;
import java.util.stream.Collectors;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.staff.Staff;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The names that consent-service knows. Without them a page shows accounts; none fails for it. */
@Component
public class StaffNames {

    private final OfficerCalls calls;

    StaffNames(OfficerCalls calls) {
        this.calls = calls;
    }

    public Staff ask(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "consent", calls.document(StaffNames::read), "/staff")
                .given()
                .orElse(new Staff(Map.of()));
    }

    private static Staff read(JsonNode answer) {
        return new Staff(answer.path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.path("account").asString(),
                        it -> it.path("name").asString())));
    }
}

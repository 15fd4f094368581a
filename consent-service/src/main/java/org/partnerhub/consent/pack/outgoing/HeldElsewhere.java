package org.partnerhub.consent.pack.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.pack.Circumstances;
import org.partnerhub.consent.pack.HeldElsewhereUnavailable;
import org.partnerhub.consent.pack.Hint;
import org.partnerhub.consent.pack.Piece;
import org.partnerhub.consent.pack.PlainLines;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** What referral-service holds of a person, had with the officer's own token: who may not see it there gathers nothing here. */
@Component
public class HeldElsewhere {

    /** Ids and marks of the hub's own are no use to a reader; what is said stays. */
    private static final Set<String> NOT_SAID = Set.of("id", "person", "takesOverFrom", "scan", "type", "by", "at");

    private final ServiceCalls calls;

    HeldElsewhere(ServiceCalls calls) {
        this.calls = calls;
    }

    /**
     * Everything, also what was corrected.
     *
     * @param token as the officer's call carries it
     * @throws HeldElsewhereUnavailable where referral-service does not answer, or does not let this officer look
     */
    public List<Piece> about(PersonId person, String reason, String token, Circumstances circumstances) {
        JsonNode record = record(person, reason, token);
        List<Piece> pieces = new ArrayList<>();
        record.path("parts")
                .forEach(it -> pieces.add(piece("story", text(it, "form"), it, it.path("told"), circumstances)));
        record.path("attachments").forEach(it -> pieces.add(piece("file", "file", it, it, circumstances)));
        record.path("descriptions")
                .forEach(it ->
                        pieces.add(piece("description", "description", it, it.path("demographics"), circumstances)));
        record.path("referrals").forEach(it -> pieces.add(piece("referral", "referral", it, it, circumstances)));
        return pieces;
    }

    private JsonNode record(PersonId person, String reason, String token) {
        try {
            return Objects.requireNonNull(calls.onBehalfOfCaller("referral")
                    .post()
                    .uri("/people/{id}/story/look", person)
                    .header(HttpHeaders.AUTHORIZATION, token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of("reason", reason))
                    .retrieve()
                    .body(JsonNode.class));
        } catch (HttpClientErrorException refused) {
            throw new HeldElsewhereUnavailable(refused.getStatusCode().value() == 403, refused);
        } catch (RestClientException unavailable) {
            throw new HeldElsewhereUnavailable(false, unavailable);
        }
    }

    private static Piece piece(String source, String kind, JsonNode it, JsonNode said, Circumstances circumstances) {
        String category = textOrNone(it, "category");
        return new Piece(
                source + "/" + text(it, "id"),
                kind,
                Instant.parse(text(it, "at")),
                textOrNone(it, "by"),
                category,
                PlainLines.of(said, NOT_SAID),
                Hint.about(kind, category, circumstances));
    }

    private static String text(JsonNode it, String field) {
        return it.path(field).asString("");
    }

    private static @Nullable String textOrNone(JsonNode it, String field) {
        return it.hasNonNull(field) ? it.path(field).asString() : null;
    }
}

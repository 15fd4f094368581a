package org.partnerhub.referral.release.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.referral.release.store.Releases;
import org.partnerhub.support.calls.ServiceCalls;
import org.partnerhub.support.events.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/** Answers that a partner pulls: decided, released under the permit and settled for the log in the same call. */
@Component
class PulledDisclosures {

    private static final Logger LOG = LoggerFactory.getLogger(PulledDisclosures.class);

    private final ServiceCalls services;
    private final PermitKeys permits;
    private final Releases releases;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    PulledDisclosures(
            ServiceCalls services,
            PermitKeys permits,
            Releases releases,
            Outbox outbox,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.services = services;
        this.permits = permits;
        this.releases = releases;
        this.outbox = outbox;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Asks for the decision and, where it allows, tells.
     *
     * @param content makes what is told from the permit and the decision; runs in the transaction that uses the permit up
     */
    Pulled pull(DecisionRequest request, BiFunction<Permit, DecisionAnswer, Object> content) {
        try {
            DecisionAnswer decided = services.to("consent")
                    .post()
                    .uri("/internal/decisions")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(request)
                    .retrieve()
                    .requiredBody(DecisionAnswer.class);
            String token = decided.permit();
            if (decided.outcome() == DecisionAnswer.Outcome.REFUSE || token == null) {
                Missing missing = decided.missing();
                return new Pulled.Refused(missing == null ? Missing.NOTHING : missing);
            }
            return told(permits.verified(token), request, decided, content);
        } catch (RestClientException | OAuth2AuthorizationException noAnswer) {
            LOG.warn("consent-service did not decide: {}", noAnswer.getClass().getSimpleName());
            return new Pulled.Undecided();
        } catch (PermitRefused refused) {
            LOG.error("consent-service gave a permit that does not verify.");
            return new Pulled.Undecided();
        }
    }

    private Pulled told(
            Permit permit,
            DecisionRequest request,
            DecisionAnswer decided,
            BiFunction<Permit, DecisionAnswer, Object> content) {
        boolean asAsked = permit.delivery().equals(request.delivery())
                && permit.subject().equals(request.subject())
                && permit.recipient().equals(request.recipient())
                && permit.purpose().equals(request.purpose());
        if (!asAsked) {
            LOG.error("consent-service gave a permit for something else.");
            return new Pulled.Undecided();
        }
        return transaction.execute(status -> {
            if (!releases.use(permit)) {
                return new Pulled.Undecided();
            }
            String body = json.writeValueAsString(content.apply(permit, decided));
            outbox.publish(settled(request, decided, body));
            return new Pulled.Told(body);
        });
    }

    private DisclosureSettled settled(DecisionRequest request, DecisionAnswer decided, String body) {
        return new DisclosureSettled(
                request.delivery(),
                request.attempt(),
                request.source(),
                request.subject(),
                request.recipient(),
                request.purpose(),
                decided.decision(),
                DisclosureSettled.Outcome.DELIVERED,
                sha256(body),
                null,
                null,
                clock.instant());
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

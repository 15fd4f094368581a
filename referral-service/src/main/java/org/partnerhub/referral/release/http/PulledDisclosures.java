package org.partnerhub.referral.release.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
        return pullBytes(
                request, (permit, decided) -> Leaving.json(json.writeValueAsBytes(content.apply(permit, decided))));
    }

    /** The same where what is told is no JSON. */
    Pulled pullBytes(DecisionRequest request, BiFunction<Permit, DecisionAnswer, Leaving> content) {
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
            BiFunction<Permit, DecisionAnswer, Leaving> content) {
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
            return new Pulled.Told(content.apply(permit, decided), permit.expiresAt(), request, decided.decision());
        });
    }

    /**
     * Writes the answer and settles it after that, so that no withdrawal is acknowledged while it still leaves; the answer ends after
     * it is settled, so that who has the whole answer knows it logged. What has not left when the permit ends is cut off.
     */
    @Nullable
    ResponseEntity<?> tell(Pulled.Told told, HttpServletResponse response) throws IOException {
        if (!clock.instant().isBefore(told.until())) {
            settle(told, DisclosureSettled.Outcome.FAILED);
            return Undecidable.later();
        }
        DisclosureSettled.Outcome outcome = DisclosureSettled.Outcome.UNKNOWN;
        try {
            response.setStatus(HttpStatus.OK.value());
            headers(told.leaving(), response);
            UntilThePermitEnds.write(told.leaving().bytes(), response.getOutputStream(), told.until(), clock);
            outcome = DisclosureSettled.Outcome.DELIVERED;
        } finally {
            settle(told, outcome);
        }
        return null;
    }

    private static void headers(Leaving leaving, HttpServletResponse response) {
        response.setContentType(leaving.mediaType());
        response.setHeader("Cache-Control", "no-store");
        if (leaving.fileName() != null) {
            ContentDisposition named = ContentDisposition.attachment()
                    .filename(leaving.fileName(), StandardCharsets.UTF_8)
                    .build();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, named.toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
        }
    }

    private void settle(Pulled.Told told, DisclosureSettled.Outcome outcome) {
        transaction.executeWithoutResult(status -> outbox.publish(settled(told, outcome)));
    }

    private DisclosureSettled settled(Pulled.Told told, DisclosureSettled.Outcome outcome) {
        DecisionRequest request = told.request();
        return new DisclosureSettled(
                request.delivery(),
                request.attempt(),
                request.source(),
                request.subject(),
                request.recipient(),
                request.purpose(),
                told.decision(),
                outcome,
                sha256(told.leaving().bytes()),
                null,
                null,
                clock.instant());
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

package org.partnerhub.fhir.exchange.outgoing;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MessageHeader;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.fhir.exchange.Exchange;
import org.partnerhub.fhir.exchange.FhirMessage;
import org.partnerhub.fhir.exchange.SendOutcome;
import org.partnerhub.fhir.exchange.store.Exchanges;
import org.partnerhub.fhir.exchange.store.ReceivedMessages;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.fhir.message.outgoing.OutgoingMessages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renders a message and sends it with BaRS's headers. The pair of ids is the same on every attempt, as the standard asks. */
@Component
public class MessageSender {

    private static final String ACCEPT = "application/fhir+json; version=1.4.0";
    private static final JsonMapper JSON = new JsonMapper();

    private final FhirContext fhir;
    private final Exchanges exchanges;
    private final ReceivedMessages received;
    private final PartnerAbilities abilities;
    private final PartnerServers servers;
    private final PartnerAnswers answers;
    private final RecipientSettings recipients;

    MessageSender(
            FhirContext fhir,
            Exchanges exchanges,
            ReceivedMessages received,
            PartnerAbilities abilities,
            PartnerServers servers,
            PartnerAnswers answers,
            RecipientSettings recipients) {
        this.fhir = fhir;
        this.exchanges = exchanges;
        this.received = received;
        this.abilities = abilities;
        this.servers = servers;
        this.answers = answers;
        this.recipients = recipients;
    }

    /**
     * One attempt.
     *
     * @param correlation for the first message about a referral; later ones and later attempts keep the first's
     * @param until when the permit ends: nothing begins to leave after that, and what has begun is cut off
     */
    public Sent send(FhirMessage message, UUID correlation, Instant until) {
        Target target = recipients.target(message.recipient());
        List<Exchange> earlier = earlier(message.disclosure());
        Bundle bundle = OutgoingMessages.message(
                message.disclosure(), target, answered(message.disclosure()), has(message.disclosure(), earlier));
        byte[] body = fhir.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
        Exchange exchange = exchanges.attempt(
                message.disclosure(),
                earlier.isEmpty() ? correlation : earlier.getFirst().correlation());
        URI base = base(message.endpoint());
        Reply reply = abilities
                .of(base, target, until)
                .lacks(event(bundle))
                .<Reply>map(Reply.NotSent::new)
                .orElseGet(
                        () -> servers.post(base.resolve("$process-message"), headers(exchange, target), body, until));
        SendOutcome outcome = answers.outcome(reply, exchange);
        if (outcome instanceof SendOutcome.Delivered) {
            exchanges.taken(exchange.message());
        }
        return new Sent(outcome, sha256(body));
    }

    private static String event(Bundle bundle) {
        return ((MessageHeader) bundle.getEntryFirstRep().getResource())
                .getEventCoding()
                .getCode();
    }

    /** What went to the same recipient about the same referral before: BaRS keeps one correlation id for all of it. */
    private List<Exchange> earlier(Disclosure disclosure) {
        return Exchange.referralOf(disclosure).map(exchanges::about).stream()
                .flatMap(List::stream)
                .filter(it -> it.recipient().equals(disclosure.recipient()))
                .filter(it -> !it.message().equals(disclosure.delivery()))
                .toList();
    }

    /** Whether it took the referral for this purpose: what it never took is new to it. */
    private static boolean has(Disclosure disclosure, List<Exchange> earlier) {
        return earlier.stream()
                .anyMatch(it -> it.taken() && disclosure.purpose().value().equals(it.purpose()));
    }

    /** Feedback answers the message by which the referral came, where it came by one. */
    private @Nullable String answered(Disclosure disclosure) {
        return disclosure.kind().equals("feedback")
                ? Exchange.referralOf(disclosure).flatMap(received::messageOf).orElse(null)
                : null;
    }

    private static URI base(URI endpoint) {
        String text = endpoint.toString();
        return URI.create(text.endsWith("/") ? text : text + "/");
    }

    private static Map<String, String> headers(Exchange exchange, Target target) {
        return Map.of(
                "NHSD-Target-Identifier", base64(Map.of("system", target.system(), "value", target.value())),
                "NHSD-End-User-Organisation", base64(organisation()),
                "X-Request-Id", exchange.message().toString(),
                "X-Correlation-Id", exchange.correlation().toString(),
                "Accept", ACCEPT);
    }

    private static Map<String, Object> organisation() {
        return Map.of(
                "resourceType",
                "Organization",
                "identifier",
                List.of(Map.of("system", Hub.PARTNER, "value", Target.HUB.value())));
    }

    private static String base64(Object json) {
        return Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(json));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An attempt and what was sent in it.
     *
     * @param contentHash lower-case hex SHA-256 of the body
     */
    public record Sent(SendOutcome outcome, String contentHash) {}
}

package org.partnerhub.notification.delivery.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.content.Disclosure.Ended;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Fault;
import org.partnerhub.notification.delivery.AttemptOutcome.Gone;
import org.partnerhub.notification.delivery.AttemptOutcome.NotPermitted;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.ContentOwner;
import org.partnerhub.notification.delivery.ContentOwner.Content;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Message;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the message of one attempt: permit first, then the permitted content and nothing else. */
@Component
public class Messages {

    private final Decisions decisions;
    private final List<ContentOwner> owners;
    private final Checkpoints checkpoints;
    private final JsonMapper json;
    private final Clock clock;

    Messages(Decisions decisions, List<ContentOwner> owners, Checkpoints checkpoints, JsonMapper json, Clock clock) {
        this.decisions = decisions;
        this.owners = List.copyOf(owners);
        this.checkpoints = checkpoints;
        this.json = json;
        this.clock = clock;
    }

    /** A message to send, or what the attempt has come to without one. */
    public sealed interface Prepared {
        record Ready(Message message) implements Prepared {}

        record Over(AttemptOutcome outcome) implements Prepared {}
    }

    /**
     * Asks for the permit and fetches the content.
     *
     * @param requester the partner that collects, where one does
     */
    public Prepared prepare(Delivery delivery, @Nullable PartnerId requester) {
        ContentOwner owner = owner(delivery);
        return switch (decisions.ask(delivery, audience(delivery, owner), requester)) {
            case Ruling.Unasked it -> new Prepared.Over(new Postponed(it.reason()));
            case Ruling.Refused it -> new Prepared.Over(new NotPermitted(it.decision(), it.missing(), it.rule()));
            case Ruling.Permitted it -> prepare(delivery, owner, it);
        };
    }

    private Prepared prepare(Delivery delivery, ContentOwner owner, Ruling.Permitted ruling) {
        return switch (owner.release(delivery, ruling.permit())) {
            case Content.Gone it -> new Prepared.Over(new Gone(ruling.decided(), it.reason()));
            case Content.Unavailable it ->
                new Prepared.Over(new Failed(ruling.decided(), it.reason(), Fault.HUB, null));
            case Content.Held it ->
                ruling.categories().containsAll(it.released().content().keySet())
                        ? new Prepared.Ready(message(delivery, ruling, it.released(), it.ended()))
                        : new Prepared.Over(new Failed(ruling.decided(), "content-exceeds-permit", Fault.HUB, null));
        };
    }

    private Message message(Delivery delivery, Ruling.Permitted ruling, Released released, @Nullable Ended ended) {
        var disclosure = new Disclosure(
                delivery.id().value(),
                released.kind(),
                released.reference(),
                delivery.subject(),
                delivery.recipient(),
                delivery.purpose(),
                ruling.decided().decision(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                released.content(),
                ruling.withheld(),
                ended,
                checkpoints.latest());
        byte[] body = json.writeValueAsString(disclosure).getBytes(StandardCharsets.UTF_8);
        return new Message(delivery, disclosure, body, sha256(body), ruling.permit(), ruling.decided());
    }

    private ContentOwner owner(Delivery delivery) {
        return owners.stream()
                .filter(it -> it.owns(delivery.source().kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Nobody owns what a " + delivery.source().kind() + " is about."));
    }

    private static Set<String> audience(Delivery delivery, ContentOwner owner) {
        Set<String> audience = new LinkedHashSet<>(Set.of(owner.audience()));
        if (delivery.channel() == Channel.FHIR) {
            audience.add("fhir-adapter");
        }
        return audience;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

package org.partnerhub.notification.mailbox.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Delivered;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Fault;
import org.partnerhub.notification.delivery.AttemptOutcome.Gone;
import org.partnerhub.notification.delivery.AttemptOutcome.NotPermitted;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.AttemptOutcome.TurnedAway;
import org.partnerhub.notification.delivery.AttemptOutcome.Unknown;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Message;
import org.partnerhub.notification.delivery.outgoing.DeliverySettings;
import org.partnerhub.notification.delivery.outgoing.Messages;
import org.partnerhub.notification.delivery.outgoing.Messages.Prepared;
import org.partnerhub.notification.delivery.outgoing.Settlements;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A partner fetches what a reference stands for: an attempt like any other, under a permit of its own. */
@Component
class Collection {

    private final Deliveries deliveries;
    private final Messages messages;
    private final Settlements settlements;
    private final DeliverySettings settings;
    private final Clock clock;

    Collection(
            Deliveries deliveries, Messages messages, Settlements settlements, DeliverySettings settings, Clock clock) {
        this.deliveries = deliveries;
        this.messages = messages;
        this.settlements = settlements;
        this.settings = settings;
        this.clock = clock;
    }

    /** The problem to answer; nothing where the content has been written. */
    @Nullable
    ResponseEntity<Object> collect(DeliveryId item, PartnerId partner, HttpServletResponse response)
            throws IOException {
        Instant startedAt = clock.instant();
        Optional<Delivery> delivery = deliveries.collect(item, settings.lease());
        if (delivery.isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.CONFLICT,
                    "wrong-state",
                    "The item was dropped or given up; there is nothing to collect.");
        }
        return switch (messages.prepare(delivery.get(), partner)) {
            case Prepared.Over it -> over(delivery.get(), it.outcome(), startedAt);
            case Prepared.Ready it ->
                isInTime(startedAt)
                        ? write(it.message(), response, startedAt)
                        : over(
                                delivery.get(),
                                new Failed(it.message().decided(), "out-of-time", Fault.HUB, null),
                                startedAt);
        };
    }

    private boolean isInTime(Instant startedAt) {
        return Duration.between(startedAt, clock.instant()).compareTo(settings.attemptLimit()) < 0;
    }

    /**
     * The content leaves before the attempt is settled, so that no withdrawal is acknowledged in between; the answer ends after it,
     * so that who has the whole answer knows it settled.
     */
    private @Nullable ResponseEntity<Object> write(Message message, HttpServletResponse response, Instant startedAt)
            throws IOException {
        AttemptOutcome outcome = new Unknown(message.decided(), message.contentHash(), "collector-left", null);
        try {
            response.setStatus(HttpStatus.OK.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.getOutputStream().write(message.body());
            response.flushBuffer();
            outcome = new Delivered(message.decided(), message.contentHash(), null);
        } finally {
            settlements.settle(message.delivery(), outcome, startedAt);
        }
        return null;
    }

    private ResponseEntity<Object> over(Delivery delivery, AttemptOutcome outcome, Instant startedAt) {
        settlements.settle(delivery, outcome, startedAt);
        return switch (outcome) {
            case NotPermitted it -> notPermitted(it);
            case Gone _ ->
                ProblemResponse.of(HttpStatus.CONFLICT, "wrong-state", "What the item stood for is no longer there.");
            case Failed _, Postponed _, Unknown _, Delivered _, TurnedAway _ ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .header("Retry-After", "5")
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemResponse.problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "temporarily-unavailable",
                                "Nothing was disclosed; collect the item again later."));
        };
    }

    private static ResponseEntity<Object> notPermitted(NotPermitted it) {
        String detail = switch (it.missing()) {
            case CONSENT -> "There is no consent for it now; the item goes on when there is.";
            case AGREEMENT -> "There is no information sharing agreement in force that covers it.";
            case RELEASE -> "A named person must release it first.";
            case NOTHING -> "It may not be disclosed to you.";
        };
        var problem = ProblemResponse.problem(HttpStatus.FORBIDDEN, "not-permitted", detail);
        problem.setProperty("missing", it.missing().name().toLowerCase(Locale.ROOT));
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}

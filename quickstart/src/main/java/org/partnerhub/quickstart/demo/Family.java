package org.partnerhub.quickstart.demo;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.quickstart.partner.Receiver;
import tools.jackson.databind.JsonNode;

/** The child of the story, and what the partners have learnt of the hub's references so far. */
final class Family {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InventedChild child;
    private @Nullable String person;
    private @Nullable String referral;
    private @Nullable String consent;

    Family(InventedChild child) {
        this.child = child;
    }

    InventedChild child() {
        return child;
    }

    void referred(String newPerson, String newReferral) {
        this.person = newPerson;
        this.referral = newReferral;
    }

    void consented(String newConsent) {
        this.consent = newConsent;
    }

    String person() {
        return known(person, "person");
    }

    String referral() {
        return known(referral, "referral");
    }

    String consent() {
        return known(consent, "consent");
    }

    /** Waits for a message about this child that fits. */
    JsonNode waitFor(String what, Receiver system, Predicate<JsonNode> fits) {
        return waitFor(
                what,
                () -> system.received().stream()
                        .filter(it -> it.path("subject").asString("").equals(person()))
                        .filter(fits)
                        .reduce((earlier, later) -> later));
    }

    /** Waits until there is something. */
    static <T> T waitFor(String what, Supplier<Optional<T>> look) {
        AtomicReference<Optional<T>> found = new AtomicReference<>(Optional.empty());
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            found.set(look.get());
            return found.get().isPresent();
        });
        return found.get().orElseThrow();
    }

    private static String known(@Nullable String reference, String what) {
        if (reference == null) {
            throw new IllegalStateException("The " + what + " is not known yet: an earlier step failed.");
        }
        return reference;
    }
}

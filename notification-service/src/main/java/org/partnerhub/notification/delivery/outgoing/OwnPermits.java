package org.partnerhub.notification.delivery.outgoing;

import java.util.Optional;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.store.UsedPermits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Permits for what this service holds itself: it checks them as a stranger would, and uses each once. */
@Component
public class OwnPermits {

    /** This service, as permits name it. */
    public static final String AUDIENCE = "notification-service";

    private static final Logger LOG = LoggerFactory.getLogger(OwnPermits.class);

    private final PermitVerifier verifier;
    private final UsedPermits used;

    OwnPermits(PermitVerifier verifier, UsedPermits used) {
        this.verifier = verifier;
        this.used = used;
    }

    /** The permit, where it is one for this attempt and was not used before. */
    public Optional<Permit> use(Delivery delivery, String token) {
        try {
            Permit permit = verifier.verify(token);
            if (isFor(permit, delivery) && used.use(permit)) {
                return Optional.of(permit);
            }
        } catch (PermitRefused refused) {
            LOG.warn("A permit for delivery {} was refused: {}", delivery.id(), refused.getMessage());
            return Optional.empty();
        }
        LOG.warn("A permit for delivery {} is for something else or was used before.", delivery.id());
        return Optional.empty();
    }

    private static boolean isFor(Permit permit, Delivery delivery) {
        return permit.delivery().equals(delivery.id().value())
                && permit.attempt() == delivery.attempt()
                && permit.subject().equals(delivery.subject())
                && permit.recipient().equals(delivery.recipient())
                && permit.purpose().equals(delivery.purpose());
    }
}

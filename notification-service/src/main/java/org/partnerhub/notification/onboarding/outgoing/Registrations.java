package org.partnerhub.notification.onboarding.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.onboarding.Onboarding;
import org.partnerhub.notification.onboarding.store.Onboardings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the client of an approved partner, once: the row is held until Keycloak has answered. */
@Component
public class Registrations {

    private final Onboardings onboardings;
    private final Registrar registrar;
    private final TransactionTemplate transaction;
    private final String issuer;

    Registrations(
            Onboardings onboardings,
            Registrar registrar,
            TransactionTemplate transaction,
            @Value("${hub.issuer}") String issuer) {
        this.onboardings = onboardings;
        this.registrar = registrar;
        this.transaction = transaction;
        this.issuer = issuer;
    }

    /** What came of it. */
    public sealed interface Registration {

        record Done(Client client) implements Registration {}

        /** It is not approved, has a client already, or stands otherwise than the operator saw. */
        record NotNow() implements Registration {}

        record Declined() implements Registration {}

        record Unavailable() implements Registration {}

        record NotSetUp() implements Registration {}
    }

    /**
     * A partner's client; the one time that its secret is said.
     *
     * @param tokenUrl where the partner gets its tokens
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Client(
            PartnerId clientId,
            String tokenUrl,
            @Nullable String secret,
            @Nullable URI keysUrl) {

        @Override
        public String toString() {
            return "Client[" + clientId + "]";
        }
    }

    public Registration register(UUID id, int version, String operator) {
        return transaction.execute(_ -> {
            Optional<Onboarding> approved = onboardings.held(id, version);
            if (approved.isEmpty()) {
                return new Registration.NotNow();
            }
            return switch (registrar.make(approved.get())) {
                case Registrar.Result.Made it -> {
                    onboardings.registered(id, operator);
                    yield new Registration.Done(client(approved.get(), it.secret()));
                }
                case Registrar.Result.Declined _ -> new Registration.Declined();
                case Registrar.Result.Unavailable _ -> new Registration.Unavailable();
                case Registrar.Result.NotSetUp _ -> new Registration.NotSetUp();
            };
        });
    }

    private Client client(Onboarding onboarding, @Nullable String secret) {
        return new Client(
                onboarding.partner().id(), issuer + "/protocol/openid-connect/token", secret, onboarding.keysUrl());
    }
}

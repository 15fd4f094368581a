package org.partnerhub.fhir.admission.route;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The MLLP port.
 *
 * @param port where hospitals connect; absent: there is none
 * @param clients whom each certificate stands for
 * @param processingIds of MSH-11 that are meant in earnest
 * @param legalStatusCodes of OBX-3 under which the legal status comes
 */
@ConfigurationProperties("hub.mllp")
record MllpSettings(
        @Nullable Integer port,
        @DefaultValue("0.0.0.0") String host,
        @DefaultValue("mllp") String sslBundle,
        @DefaultValue List<Client> clients,
        @DefaultValue("P") Set<String> processingIds,
        @DefaultValue("LEGALSTATUS") Set<String> legalStatusCodes) {

    /**
     * A hospital's certificate.
     *
     * @param subject distinguished name, such as {@code CN=pas.hospital.example,O=Hospital}
     */
    record Client(String partner, String subject) {}

    MllpSettings {
        if (port != null && clients.isEmpty()) {
            throw new IllegalArgumentException(
                    "hub.mllp.port is set, and hub.mllp.clients names no partner and subject: nobody could send.");
        }
        Set<String> seen = clients.stream().map(it -> canonical(it.subject())).collect(Collectors.toSet());
        if (seen.size() != clients.size()) {
            throw new IllegalArgumentException(
                    "hub.mllp.clients: a certificate's subject stands for one partner alone.");
        }
    }

    /** Whom a certificate stands for. */
    Optional<PartnerId> partnerOf(@Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            return Optional.empty();
        }
        String canonical = canonical(subject);
        return clients.stream()
                .filter(it -> canonical(it.subject()).equals(canonical))
                .map(it -> new PartnerId(it.partner()))
                .findFirst();
    }

    private static String canonical(String subject) {
        return new X500Principal(subject).getName(X500Principal.CANONICAL);
    }
}

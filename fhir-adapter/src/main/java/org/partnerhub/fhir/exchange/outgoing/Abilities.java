package org.partnerhub.fhir.exchange.outgoing;

import java.util.Optional;
import java.util.Set;

/**
 * What a partner's server says that it can do. Where it says nothing it may be able to do anything: a child's referral does not wait for a
 * document.
 *
 * @param fhirVersion of its CapabilityStatement; empty where it said none
 * @param takesMessages whether it offers {@code $process-message}
 * @param events of its MessageDefinitions for the service; empty where it listed none
 */
record Abilities(String fhirVersion, boolean takesMessages, Set<String> events) {

    static final Abilities UNSAID = new Abilities("", true, Set.of());

    Abilities {
        events = Set.copyOf(events);
    }

    /** Why a message with this event would be refused there, as a stable code. */
    Optional<String> lacks(String event) {
        if (!fhirVersion.isEmpty() && !fhirVersion.startsWith("4.0")) {
            return Optional.of("partner-speaks-another-fhir-version");
        }
        if (!takesMessages) {
            return Optional.of("partner-takes-no-messages");
        }
        return events.isEmpty() || events.contains(event)
                ? Optional.empty()
                : Optional.of("partner-defines-no-such-message");
    }
}

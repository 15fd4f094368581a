package org.partnerhub.fhir.exchange.outgoing;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this service may send.
 *
 * @param allowPrivateAddresses lets plain HTTP, private and loopback addresses and hosts that nobody approved pass: the demo only
 * @param approvedHosts hosts that an operator approved, lower case
 */
@ConfigurationProperties("hub.outgoing")
public record OutgoingSettings(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue Set<String> approvedHosts) {

    public OutgoingSettings {
        approvedHosts = Set.copyOf(approvedHosts);
    }
}

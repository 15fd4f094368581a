package org.partnerhub.fhir.exchange.outgoing;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this service may send.
 *
 * @param allowPrivateAddresses lets plain HTTP, private and loopback addresses and hosts that nobody approved pass: the demo only
 * @param approvedHosts hosts that an operator approved, lower case
 * @param abilitiesKept how long what a partner's server said that it takes is remembered
 * @param wholeCall from looking the host up to the answer's last byte; a permit outlives no more than 15 s of it
 */
@ConfigurationProperties("hub.outgoing")
public record OutgoingSettings(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue Set<String> approvedHosts,
        @DefaultValue("1h") Duration abilitiesKept,
        @DefaultValue("9s") Duration wholeCall) {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    public OutgoingSettings {
        approvedHosts = Set.copyOf(approvedHosts);
        if (wholeCall.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("hub.outgoing.whole-call must be at most 15s.");
        }
    }
}

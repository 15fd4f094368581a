package org.partnerhub.notification;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this service may send.
 *
 * @param allowPrivateAddresses plain HTTP, any host and any address will do; for a demonstration only
 * @param approvedHosts hosts that an operator approved
 */
@ConfigurationProperties("hub.outgoing")
record OutgoingSettings(
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue Set<String> approvedHosts) {

    OutgoingSettings {
        approvedHosts =
                approvedHosts.stream().map(it -> it.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}

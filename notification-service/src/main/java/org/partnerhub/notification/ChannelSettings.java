package org.partnerhub.notification;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recipients with a channel of their own are reached: {@code hub.channels.RECIPIENT.url}.
 *
 * @param channels by recipient; hyphens do not count
 */
@ConfigurationProperties("hub")
record ChannelSettings(@DefaultValue Map<String, Channel> channels) {

    /**
     * One recipient's.
     *
     * @param url the webhook, or the base of the FHIR server
     */
    record Channel(URI url) {}
}

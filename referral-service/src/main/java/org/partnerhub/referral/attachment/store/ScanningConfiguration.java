package org.partnerhub.referral.attachment.store;

import java.time.Clock;
import java.time.Duration;
import org.partnerhub.referral.attachment.Sniffing;
import org.partnerhub.referral.attachment.outgoing.Clamd;
import org.partnerhub.support.events.Poller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scans where {@code hub.attachments.scanner.host} names a scanner; otherwise files wait. */
@Configuration(proxyBeanMethods = false)
class ScanningConfiguration {

    @Bean
    Sniffing sniffing() {
        return new Sniffing();
    }

    @Bean
    @ConditionalOnProperty("hub.attachments.scanner.host")
    Poller attachmentScanning(
            JdbcClient database,
            Attachments attachments,
            Clock clock,
            @Value("${hub.attachments.scanner.host}") String host,
            @Value("${hub.attachments.scanner.port}") int port,
            @Value("${hub.attachments.scanner.connect-timeout}") Duration connect,
            @Value("${hub.attachments.scanner.read-timeout}") Duration read,
            @Value("${hub.attachments.scanner.every}") Duration every) {
        Scanning scanning = new Scanning(database, attachments, new Clamd(host, port, connect, read), clock);
        return new Poller("referral-service:attachment-scanning", every, scanning::round);
    }
}

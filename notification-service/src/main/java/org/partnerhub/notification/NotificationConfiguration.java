package org.partnerhub.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jose4j.jwk.JsonWebKeySet;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.notification.delivery.BackOff;
import org.partnerhub.notification.delivery.Course;
import org.partnerhub.notification.delivery.Duties;
import org.partnerhub.notification.delivery.outgoing.CertificateRounds;
import org.partnerhub.notification.delivery.outgoing.DeliverySettings;
import org.partnerhub.notification.delivery.outgoing.OwnPermits;
import org.partnerhub.notification.delivery.webhook.MessageSignature;
import org.partnerhub.notification.delivery.webhook.OutgoingRule;
import org.partnerhub.notification.delivery.webhook.ServerCertificates;
import org.partnerhub.notification.delivery.webhook.WebhookSender;
import org.partnerhub.notification.onboarding.ProposalRules;
import org.partnerhub.notification.partner.Authorities;
import org.partnerhub.notification.partner.AuthoritiesPolicy;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.Settings;
import org.partnerhub.notification.partner.SettingsPolicy;
import org.partnerhub.notification.partner.store.RecipientAddresses;
import org.partnerhub.notification.stay.Procedure;
import org.partnerhub.notification.stay.outgoing.StayClocks;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.support.events.Poller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Wires what knows no framework. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NotificationConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ChannelAddresses channelAddresses(ChannelSettings settings, RecipientAddresses takenOn) {
        return new ChannelAddresses(
                settings.channels().entrySet().stream()
                        .collect(Collectors.toMap(
                                it -> it.getKey(), it -> it.getValue().url())),
                takenOn);
    }

    @Bean
    Course course(DeliverySettings settings, Clock clock) {
        var backOff = new BackOff(
                settings.firstWait(),
                settings.longestWait(),
                () -> ThreadLocalRandom.current().nextLong());
        return new Course(backOff, settings.ageLimit(), clock);
    }

    @Bean
    Duties duties(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return Duties.of(PolicyFile.read("purposes", folder));
    }

    @Bean
    PermitVerifier permitVerifier(Supplier<JsonWebKeySet> permitKeys, Clock clock) {
        return new PermitVerifier(OwnPermits.AUDIENCE, permitKeys, clock);
    }

    @Bean
    MessageSignature messageSignature(WebhookSigningSettings settings, Clock clock) {
        return new MessageSignature(settings.keys(), clock);
    }

    /** A host is approved by a setting, or by the two operators who took its partner on. */
    @Bean
    OutgoingRule outgoingRule(OutgoingSettings outgoing, RecipientAddresses takenOn) {
        return new OutgoingRule(
                outgoing.allowPrivateAddresses(),
                () -> Stream.concat(
                                outgoing.approvedHosts().stream(),
                                takenOn.get().values().stream()
                                        .map(it -> it.getHost().toLowerCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Bean
    ProposalRules proposalRules(OutgoingSettings outgoing) {
        return new ProposalRules(outgoing.allowPrivateAddresses());
    }

    @Bean
    WebhookSender webhookSender(
            ChannelAddresses addresses, OutgoingRule rule, MessageSignature signature, DeliverySettings deliveries) {
        return new WebhookSender(
                addresses, rule, signature, deliveries.concurrencyPerRecipient(), deliveries.attemptLimit());
    }

    @Bean
    ServerCertificates serverCertificates(OutgoingRule rule) throws NoSuchAlgorithmException {
        return new ServerCertificates(rule, SSLContext.getDefault().getSocketFactory(), Duration.ofSeconds(5));
    }

    @Bean
    Poller certificatePoller(CertificateRounds rounds, @Value("${hub.certificates.look-every:6h}") Duration interval) {
        return new Poller("notification-service:certificates", interval, rounds::look);
    }

    @Bean
    Procedure procedure(StaySettings settings) {
        return settings.procedure();
    }

    @Bean
    Authorities authorities(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return AuthoritiesPolicy.read(folder);
    }

    @Bean
    Settings settings(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return SettingsPolicy.read(folder);
    }

    @Bean
    Poller stayPoller(StayClocks clocks, StaySettings settings, Clock clock) {
        return new Poller("notification-service:stays", settings.pollInterval(), () -> clocks.tick(clock.instant()));
    }

    /** Alerts stand on this one: a child whose council should have been told. */
    @Bean
    MeterBinder overdueStays(Stays stays) {
        return registry -> Gauge.builder("hub.stays.overdue", stays, it -> (double) it.overdue())
                .description("Stays with something overdue")
                .register(registry);
    }
}

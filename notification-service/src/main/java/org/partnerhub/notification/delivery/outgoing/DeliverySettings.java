package org.partnerhub.notification.delivery.outgoing;

import java.time.Duration;
import org.partnerhub.contracts.permit.Permit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are carried out.
 *
 * @param concurrencyPerRecipient attempts under way to one recipient at a time, in each instance
 * @param batch most deliveries claimed at once
 * @param attemptLimit longest time of one attempt, permit and content included
 * @param lease after this a delivery whose worker is silent is taken over
 * @param pollInterval how often due deliveries are looked for when nothing rings
 * @param firstWait wait after the first failure; doubles up to {@code longestWait}
 * @param ageLimit a delivery that failed for so long is given up, unless a duty or a life depends on it
 * @param parkedLimit what was parked so long is given up, unless a duty or a life depends on it
 * @param escalateParkedAfter what a duty demands and waits so long is brought to somebody's notice
 */
@ConfigurationProperties("hub.deliveries")
public record DeliverySettings(
        @DefaultValue("32") int concurrencyPerRecipient,
        @DefaultValue("100") int batch,
        @DefaultValue("15s") Duration attemptLimit,
        @DefaultValue("45s") Duration lease,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("72h") Duration ageLimit,
        @DefaultValue("90d") Duration parkedLimit,
        @DefaultValue("24h") Duration escalateParkedAfter,
        @DefaultValue Circuit circuit) {

    public DeliverySettings {
        require(concurrencyPerRecipient > 0, "hub.deliveries.concurrency-per-recipient must be at least 1.");
        require(batch > 0, "hub.deliveries.batch must be at least 1.");
        require(
                attemptLimit.compareTo(Duration.ofSeconds(Permit.LIFETIME_SECONDS)) < 0,
                "hub.deliveries.attempt-limit must be shorter than a permit lives (" + Permit.LIFETIME_SECONDS
                        + " s).");
        require(
                lease.compareTo(attemptLimit) > 0,
                "hub.deliveries.lease must be longer than hub.deliveries.attempt-limit.");
    }

    /**
     * When a recipient counts as down.
     *
     * @param window attempts looked at
     * @param least attempts before anything is concluded
     * @param failureRate percentage of failures that opens the circuit
     * @param open how long it stays open before it is tried again
     * @param trials attempts that are let through then
     */
    public record Circuit(
            @DefaultValue("20") int window,
            @DefaultValue("5") int least,
            @DefaultValue("50") int failureRate,
            @DefaultValue("30s") Duration open,
            @DefaultValue("2") int trials) {}

    private static void require(boolean held, String message) {
        if (!held) {
            throw new IllegalArgumentException(message);
        }
    }
}

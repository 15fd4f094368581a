package org.partnerhub.notification;

import java.time.Duration;
import org.partnerhub.notification.stay.Procedure;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The local procedure of stays, in days of England's calendar.
 *
 * @param pollInterval how often stays whose day has come are looked for
 */
@ConfigurationProperties("hub.stays")
record StaySettings(
        @DefaultValue("84") int longStayDays,
        @DefaultValue("70") int reminderDays,
        @DefaultValue("2") int transferDays,
        @DefaultValue("7") int returnDays,
        @DefaultValue("1") int acknowledgementWorkingDays,
        @DefaultValue("1m") Duration pollInterval) {

    Procedure procedure() {
        return new Procedure(longStayDays, reminderDays, transferDays, returnDays, acknowledgementWorkingDays);
    }
}

package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * A message of a hospital as fhir-adapter read it, for notification-service to store.
 *
 * @param partner whom the adapter found behind the certificate or the token
 * @param channel {@code hl7v2} or {@code fhir}
 * @param key the sender's own id of the message: MSH-10, or the Bundle's id
 * @param report what it says; absent where it could not be read
 * @param unreadable why it could not be read, as a code; absent where it could
 * @param original what could not be read, word for word
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncomingReport(
        PartnerId partner,
        String channel,
        String key,
        @Nullable StayReport report,
        @Nullable String unreadable,
        @Nullable String original) {

    @Override
    public String toString() {
        return "IncomingReport[" + partner + ", " + channel + "]";
    }
}

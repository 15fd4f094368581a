package org.partnerhub.fhir.exchange.http;

import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.exchange.SendOutcome.Delivered;
import org.partnerhub.fhir.exchange.SendOutcome.Failed;
import org.partnerhub.fhir.exchange.SendOutcome.Refused;
import org.partnerhub.fhir.exchange.SendOutcome.Unknown;
import org.partnerhub.fhir.exchange.outgoing.MessageSender;

/**
 * How it ended, as notification-service reads it.
 *
 * @param outcome {@code delivered}, {@code refused}, {@code failed} or {@code unknown}
 */
record SendAnswer(
        String outcome, @Nullable String reason, @Nullable String acknowledgement, String contentHash) {

    static SendAnswer of(MessageSender.Sent sent) {
        String hash = sent.contentHash();
        return switch (sent.outcome()) {
            case Delivered it -> new SendAnswer("delivered", null, it.acknowledgement(), hash);
            case Refused it -> new SendAnswer("refused", it.reason(), null, hash);
            case Failed it -> new SendAnswer("failed", it.reason(), null, hash);
            case Unknown it -> new SendAnswer("unknown", it.reason(), null, hash);
        };
    }
}

package org.partnerhub.notification.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * A recipient that the organisation runs.
 *
 * @param channel webhook, fhir, mailbox or manual
 * @param url where it is reached, for webhook and fhir
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(
        RecipientId id,
        String name,
        String kind,
        String role,
        @Nullable String area,
        @Nullable String schoolUrn,
        String channel,
        @Nullable URI url) {

    public Recipient recipient(PartnerId partner) {
        return new Recipient(id, name, kind, role, Set.of(partner), area, schoolUrn, way());
    }

    Channel way() {
        return Channel.valueOf(channel.toUpperCase(Locale.ROOT));
    }

    boolean needsUrl() {
        return switch (way()) {
            case WEBHOOK, FHIR -> true;
            case MAILBOX, MANUAL -> false;
        };
    }
}

package org.partnerhub.notification.onboarding;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator proposes.
 *
 * @param rights the scopes that the client gets
 * @param keysUrl where its public keys lie, where it proves itself with a key; absent: it gets a secret
 */
public record Proposal(
        String reason,
        Organisation partner,
        List<Place> recipients,
        Set<String> rights,
        @Nullable URI keysUrl) {

    public Proposal {
        recipients = List.copyOf(recipients);
        rights = Set.copyOf(rights);
    }
}

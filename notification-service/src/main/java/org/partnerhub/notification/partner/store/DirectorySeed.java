package org.partnerhub.notification.partner.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.event.HubEvent.PartnerChanged;
import org.partnerhub.notification.partner.DirectoryPolicy;
import org.partnerhub.support.events.Outbox;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the directory up to the policy before the first event is taken, and tells the others what changed. A policy that cannot be
 * read stops the start.
 */
@Component
class DirectorySeed implements SmartInitializingSingleton {

    private final Directory policy;
    private final Partners partners;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    DirectorySeed(
            @Value("${hub.policy.folder:#{null}}") @Nullable Path folder,
            Partners partners,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.policy = DirectoryPolicy.read(folder);
        this.partners = partners;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(_ ->
                partners.bringUpToDate(policy).stream().map(PartnerChanged::new).forEach(outbox::publish));
    }
}

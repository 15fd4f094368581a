package org.partnerhub.support.events;

import java.util.UUID;
import org.partnerhub.contracts.event.HubEvent;

/** Where an event is left to be published, in the transaction that made it happen. */
public interface Outbox {

    /**
     * Stores the event.
     *
     * @return the id that the message will carry
     * @throws org.springframework.transaction.IllegalTransactionStateException where no transaction runs
     */
    UUID publish(HubEvent event);
}

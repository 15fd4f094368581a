package org.partnerhub.support.events;

import java.util.function.Consumer;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.contracts.event.HubEvent;

/**
 * A service's interest in one type of event; a bean of this type is all that a service declares. The handler runs in a
 * transaction together with the inbox row; what it throws undoes both and the event is tried again later, from PostgreSQL.
 */
public record EventSubscription(EventType type, Consumer<HubEvent> handler) {}

package org.partnerhub.support.events;

import org.partnerhub.testkit.OnContainers;

/** Outbox and inbox on RabbitMQ's quorum queues, where an unroutable message is returned and not refused. */
@OnContainers
class EventsContainersIT extends EventsIT {}

package org.partnerhub.notification;

import org.partnerhub.testkit.OnContainers;

/** Deliveries on the PostgreSQL and RabbitMQ of docker-compose.yml. */
@OnContainers
class DeliveryContainersIT extends DeliveryIT {}

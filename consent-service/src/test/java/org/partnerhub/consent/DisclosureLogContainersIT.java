package org.partnerhub.consent;

import org.partnerhub.testkit.OnContainers;

/** The log on the PostgreSQL and RabbitMQ of docker-compose.yml. */
@OnContainers
class DisclosureLogContainersIT extends DisclosureLogIT {}

package org.partnerhub.fhir.exchange.store;

import org.partnerhub.testkit.OnContainers;

/** The stores on the PostgreSQL of docker-compose.yml. */
@OnContainers
class StoresContainersIT extends StoresIT {}

package org.partnerhub.fhir;

import org.partnerhub.testkit.OnContainers;

/** Claims and exchanges on the PostgreSQL of docker-compose.yml. */
@OnContainers
class ReceivingContainersIT extends ReceivingIT {}

package org.partnerhub.contracts.stay;

import java.util.UUID;

/**
 * What notification-service says once a message is stored for good.
 *
 * @param id of the message
 * @param repeated whether it was stored before
 */
public record StoredReport(UUID id, boolean repeated) {}

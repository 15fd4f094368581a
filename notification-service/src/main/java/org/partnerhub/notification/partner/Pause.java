package org.partnerhub.notification.partner;

import java.time.Instant;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * Whether deliveries to a partner's recipients wait, as an operator last said.
 *
 * @param by the operator's account
 * @param version counted from 1
 */
public record Pause(PartnerId partner, boolean paused, String reason, String by, Instant at, int version) {}

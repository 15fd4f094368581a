package org.partnerhub.contracts.content;

import java.util.UUID;

/**
 * Asks for what a permit allows; the permit itself travels in the {@code Hub-Permit} header.
 *
 * @param source what it is about: {@code referral/UUID}, {@code feedback/UUID} or {@code story/UUID}
 */
public record ContentRequest(UUID delivery, String source) {}

package org.partnerhub.notification.onboarding;

/**
 * A second operator's word.
 *
 * @param version that they read
 */
public record Decision(boolean approved, String reason, int version) {}

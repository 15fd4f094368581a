package org.partnerhub.consent.override;

/** An override with its review. */
public record Queued(OverrideRecord override, Review review) {}

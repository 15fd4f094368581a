package org.partnerhub.consent.report;

import java.time.YearMonth;

/**
 * What was told in a month.
 *
 * @param part ground, partner, recipient or purpose
 */
public record Told(YearMonth month, String part, long disclosures) {}

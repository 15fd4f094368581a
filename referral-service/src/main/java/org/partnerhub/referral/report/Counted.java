package org.partnerhub.referral.report;

import java.time.YearMonth;
import java.util.UUID;

/**
 * One child who counts towards a figure of a month.
 *
 * @param area GSS code of an authority, or {@link Report#ELSEWHERE}
 * @param agency the partner that referred, or {@link Report#ELSEWHERE}
 */
public record Counted(YearMonth month, Figure figure, UUID child, UUID family, String area, String agency) {}

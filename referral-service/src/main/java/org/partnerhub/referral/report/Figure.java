package org.partnerhub.referral.report;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.partnerhub.referral.story.Measure.Change;
import org.partnerhub.referral.story.Theme;

/** What is counted in a month: children and families. */
public enum Figure {
    /** Early help was asked for. */
    REQUEST,
    /** From social care to early help. */
    STEP_DOWN,
    /** From early help to social care. */
    STEP_UP,
    CO_WORKING,
    /** Accepted by early help and not ended on the month's last day. */
    OPEN,
    /** Early help ended with an outcome. */
    CLOSED,
    PROGRESS_POSITIVE,
    PROGRESS_NONE,
    PROGRESS_NEGATIVE,
    PROGRESS_NOT_MEASURED,
    /** Closed in this month and referred again within 24 months of it. */
    RE_REFERRED,
    /** Closed in this month and not referred again within 24 months, or not yet. */
    NOT_RE_REFERRED,
    /** Screened for the partnership's themes. */
    SCREENED,
    THEME_HEALTH,
    THEME_CRIME,
    THEME_CHILDREN_WHO_NEED_HELP,
    THEME_DOMESTIC_ABUSE,
    THEME_EDUCATION,
    THEME_FINANCIAL,
    THEME_OTHER;

    /** The two ways in which what was closed falls into parts. */
    static final Set<Figure> BY_PROGRESS =
            EnumSet.of(PROGRESS_POSITIVE, PROGRESS_NONE, PROGRESS_NEGATIVE, PROGRESS_NOT_MEASURED);

    static final Set<Figure> BY_RE_REFERRAL = EnumSet.of(RE_REFERRED, NOT_RE_REFERRED);

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Figure of(Theme theme) {
        return valueOf("THEME_" + theme.name());
    }

    public static Figure of(Change change) {
        return switch (change) {
            case POSITIVE -> PROGRESS_POSITIVE;
            case NONE -> PROGRESS_NONE;
            case NEGATIVE -> PROGRESS_NEGATIVE;
            case NOT_MEASURED -> PROGRESS_NOT_MEASURED;
        };
    }

    /** Whether it is a part of what was closed; those are broken down no further for anybody but officers. */
    boolean isPartOfClosed() {
        return BY_PROGRESS.contains(this) || BY_RE_REFERRAL.contains(this);
    }
}

package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/** What comes with a referral, or was told of the child before, that a place asks for. */
public enum Attachment {
    /** The four questions, answered with the family. */
    EARLY_HELP_ASSESSMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static Attachment read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

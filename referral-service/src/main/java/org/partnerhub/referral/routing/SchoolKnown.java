package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the child has a school, as far as the hub was told. */
enum SchoolKnown {
    KNOWN,
    NONE;

    static SchoolKnown of(@Nullable Object school) {
        return school == null ? NONE : KNOWN;
    }

    @JsonCreator
    static SchoolKnown read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

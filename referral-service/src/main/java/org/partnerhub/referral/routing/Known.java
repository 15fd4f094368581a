package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the hub was told of something, such as the child's school or district. */
enum Known {
    KNOWN,
    NONE;

    static Known of(@Nullable Object something) {
        return something == null ? NONE : KNOWN;
    }

    @JsonCreator
    static Known read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

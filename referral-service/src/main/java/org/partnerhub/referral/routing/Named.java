package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether the sender named a recipient. */
enum Named {
    NAMED,
    NOT_NAMED;

    static Named of(@Nullable Object recipient) {
        return recipient == null ? NOT_NAMED : NAMED;
    }

    @JsonCreator
    static Named read(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

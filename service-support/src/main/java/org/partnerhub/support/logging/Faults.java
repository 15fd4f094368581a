package org.partnerhub.support.logging;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes an exception for the log by kind and place. Its message is left out: it may quote what somebody sent. */
public final class Faults {

    private static final int CAUSES = 4;
    private static final int FRAMES = 6;

    private Faults() {}

    /** The kind of each cause with the first places it came through. */
    public static String described(Throwable fault) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable cause = fault;
        for (int i = 0; i < CAUSES && cause != null; i++) {
            text.append(i == 0 ? "" : "; because of ").append(cause.getClass().getName());
            text.append(Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .map(StackTraceElement::toString)
                    .collect(Collectors.joining(" < ", " at ", "")));
            cause = cause.getCause();
        }
        return text.toString();
    }
}

package org.partnerhub.notification.stay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a stay, and why: the findings are in the order of the rules. */
public sealed interface Conclusion {

    List<Finding> findings();

    /**
     * The authority must be told.
     *
     * @param section of the Children Act 1989
     * @param authority GSS code
     */
    record NoticeDue(String section, String authority, List<Finding> findings) implements Conclusion {}

    /** No duty, now or later. */
    record NotDue(List<Finding> findings) implements Conclusion {}

    /** Not yet: neither so long nor likely to be. */
    record Watched(String section, List<Finding> findings) implements Conclusion {}

    /** Unclear; the last finding says what somebody has to settle. */
    record ForAPerson(@Nullable String section, @Nullable String authority, List<Finding> findings)
            implements Conclusion {}
}

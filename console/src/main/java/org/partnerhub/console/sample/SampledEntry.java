package org.partnerhub.console.sample;

import org.jspecify.annotations.Nullable;
import org.partnerhub.console.log.LogEntry;

/**
 * One entry that was drawn.
 *
 * @param sequence its place in the log
 * @param finding absent until somebody has examined it
 */
public record SampledEntry(
        long sequence, LogEntry entry, @Nullable Finding finding) {

    public boolean isExamined() {
        return finding != null;
    }

    public String standing() {
        if (finding == null) {
            return "To examine";
        }
        return finding.hasConcern() ? "Concern" : "As it should be";
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        if (finding == null) {
            return "govuk-tag--blue";
        }
        return finding.hasConcern() ? "govuk-tag--red" : "govuk-tag--green";
    }
}

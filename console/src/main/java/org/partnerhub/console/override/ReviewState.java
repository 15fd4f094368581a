package org.partnerhub.console.override;

import java.util.Arrays;
import java.util.Locale;

/** How the review of a sharing without consent stands. */
public enum ReviewState {
    WAITING("Waiting for review", "govuk-tag--yellow"),
    ESCALATED("Late: escalated", "govuk-tag--red"),
    UPHELD("Upheld", "govuk-tag--green"),
    NOT_UPHELD("Not upheld", "govuk-tag--grey");

    private final String words;
    private final String tag;

    ReviewState(String words, String tag) {
        this.words = words;
        this.tag = tag;
    }

    public static ReviewState of(String code) {
        return Arrays.stream(values())
                .filter(it ->
                        it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "consent-service knows a state of review that the console does not."));
    }

    public String words() {
        return words;
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return tag;
    }

    public boolean open() {
        return this == WAITING || this == ESCALATED;
    }
}

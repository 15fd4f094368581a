package org.partnerhub.notification.stay;

import java.util.Locale;

/** What a person has to find out, and by which field of an answer it is told. The clock runs on meanwhile. */
public enum Question {
    WHO_PAYS("funding", "Nobody said who pays for the stay: find it out."),
    WHAT_KIND_OF_PLACE("setting", "The hub does not know what kind of place this is: say so."),
    WHERE_THE_CHILD_LIVED("ordinaryResidence", "Nobody said clearly where the child lived before: find it out."),
    WHERE_THE_PLACE_STANDS("setting", "Nobody said in which council's area the place stands: say so."),
    WHEN_BORN("birthDate", "The date of birth is not known: find it out."),
    WHETHER_IT_WENT_ON("unbroken", "The child left and came back within days: say whether the stay went on."),
    WHERE_THE_CHILD_IS(
            "left", "The child left for another hospital, from which nothing was heard: find out where the child is."),
    WHO_IS_TOLD("setting", "The directory knows nobody who should have a notice: an operator adds the recipient."),
    WHO_IT_IS("subject", "The hub cannot tell who this is: tell the setting to send it with name and date of birth.");

    private final String answeredBy;
    private final String words;

    Question(String answeredBy, String words) {
        this.answeredBy = answeredBy;
        this.words = words;
    }

    /** The field of an answer that settles it. */
    public String answeredBy() {
        return answeredBy;
    }

    public String words() {
        return words;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

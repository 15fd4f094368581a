package org.partnerhub.console.today;

import java.util.Optional;

/**
 * Something that somebody should see to.
 *
 * @param words what it is and how much of it; names nobody
 * @param path the console's page where it is settled
 */
public record Concern(Urgency urgency, String words, String path) {

    /** How soon, the most urgent first. */
    public enum Urgency {
        /** A day or an hour has passed by which it was due, or something does not work. */
        LATE("Late", "govuk-tag--red"),
        /** It waits for somebody. */
        WAITING("Waiting", "govuk-tag--yellow"),
        /** A day comes by which it is due. */
        SOON("Soon", "govuk-tag--blue");

        private final String words;
        private final String tag;

        Urgency(String words, String tag) {
            this.words = words;
            this.tag = tag;
        }

        public String words() {
            return words;
        }

        /** The colour of its tag; the words alone say the same. */
        public String tag() {
            return tag;
        }
    }

    /** Something of which there are so many, in words that fit one and several; nothing where there is none. */
    public static Optional<Concern> some(Urgency urgency, long count, String one, String several, String path) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Concern(urgency, count == 1 ? "1 " + one : count + " " + several, path));
    }
}

package org.partnerhub.console.people;

import java.time.Instant;
import java.util.Map;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * How one agency wrote a person down.
 *
 * @param facts what was given, by its name on the page
 */
public record Description(String by, Instant at, Map<Fact, String> facts) {

    public Description {
        facts = Map.copyOf(facts);
    }

    public String agency() {
        return Codes.inWords(by);
    }

    public String when() {
        return EnglishTime.of(at);
    }

    @Override
    public String toString() {
        return "Description[hidden]";
    }

    /** What a description may give, in the order in which people compare. */
    public enum Fact {
        NAME("Name"),
        KNOWN_AS("Also known as"),
        BORN("Date of birth"),
        NHS_NUMBER("NHS number"),
        NO_NHS_NUMBER("Why no NHS number"),
        PUPIL_NUMBER("Unique pupil number"),
        ADDRESS("Address"),
        TELEPHONE("Telephone"),
        SCHOOL("School (URN)"),
        COUNCIL("Council (GSS code)"),
        AGENCY_NUMBERS("Agencies’ own numbers"),
        WHEREABOUTS("Whereabouts");

        private final String words;

        Fact(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}

package org.partnerhub.console.people;

import java.time.Instant;
import java.util.List;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * Two people who may be one, as referral-service lists them: ids and codes, nothing about them.
 *
 * @param id of the question, not of a person
 * @param doubts codes of what kept the hub from taking them for one
 * @param raisedBy the partner whose description raised it
 * @param settledAs {@code same}, {@code different}, or empty while nobody has settled it
 */
public record LikePair(String id, List<String> doubts, String raisedBy, Instant raisedAt, String settledAs) {

    private static final String NONE = "It is likely and not sure, or two known people fit equally well.";

    public LikePair {
        doubts = List.copyOf(doubts);
    }

    public boolean isOpen() {
        return settledAs.isEmpty();
    }

    public String raised() {
        return EnglishTime.of(raisedAt);
    }

    public String by() {
        return Codes.inWords(raisedBy);
    }

    public String standing() {
        return switch (settledAs) {
            case "" -> "Open";
            case "same" -> "Settled: one person";
            default -> "Settled: two people";
        };
    }

    /** Why the hub asks, a sentence each. */
    public List<String> why() {
        return doubts.isEmpty()
                ? List.of(NONE)
                : doubts.stream().map(LikePair::inWords).toList();
    }

    private static String inWords(String doubt) {
        return switch (doubt) {
            case "other-nhs-number" -> "Each has another NHS number: one was mistyped, or they are two people.";
            case "other-pupil-number" -> "Each has another pupil number: one was mistyped, or they are two people.";
            case "other-birth-date" ->
                "The dates of birth differ: one may be typed from a parent’s or a sibling’s record.";
            case "other-given-name" -> "The first names differ: they may be brother and sister.";
            case "perhaps-a-twin" -> "They may be twins: same day of birth and family, names alike or an initial only.";
            case "no-given-name" -> "A first name, which would tell them apart, was not given.";
            case "no-birth-date" -> "A date of birth, which would tell them apart, was not given.";
            case "nothing-but-name-and-birth-date" ->
                "Nothing but name and date of birth agrees; a few children share these by chance.";
            default -> Codes.inWords(doubt) + ".";
        };
    }
}

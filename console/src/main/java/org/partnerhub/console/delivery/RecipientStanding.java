package org.partnerhub.console.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.EnglishTime;

/**
 * A recipient and how it is reached.
 *
 * @param failingSince the first failure after the last success
 * @param failure why it failed last, a code; empty where it never did
 * @param incident since when it counts as down
 * @param certificateUntil when its server's certificate lapses, as the hub saw it last
 * @param certificateLapses whether that is within thirty days, or was
 */
public record RecipientStanding(
        String recipient,
        String name,
        String channel,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable Instant failingSince,
        String failure,
        @Nullable Instant incident,
        @Nullable Instant certificateUntil,
        boolean certificateLapses,
        int waiting,
        int parked,
        int givenUp,
        int manual,
        int inMailbox,
        List<Incident> incidents) {

    public RecipientStanding {
        incidents = List.copyOf(incidents);
    }

    /** A time for which it counted as down. */
    public record Incident(Instant opened, @Nullable Instant closed) {
        String words() {
            return closed == null
                    ? "Down since " + EnglishTime.of(opened)
                    : "Down from " + EnglishTime.of(opened) + " to " + EnglishTime.of(closed);
        }
    }

    public boolean down() {
        return incident != null;
    }

    public boolean failing() {
        return failingSince != null;
    }

    public String way() {
        return switch (channel) {
            case "webhook" -> "Webhook";
            case "fhir" -> "FHIR";
            case "mailbox" -> "Mailbox";
            case "manual" -> "By hand";
            default -> channel;
        };
    }

    public String standing() {
        return down() ? "Down" : failing() ? "Failing" : lastSuccess == null ? "Not reached yet" : "In order";
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return down()
                ? "govuk-tag--red"
                : failing() ? "govuk-tag--yellow" : lastSuccess == null ? "govuk-tag--grey" : "govuk-tag--green";
    }

    /** What is known of how it was reached, a sentence each. */
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        if (failingSince != null) {
            facts.add("Failing since " + EnglishTime.of(failingSince));
        }
        if (lastSuccess != null) {
            facts.add("Last reached " + EnglishTime.of(lastSuccess));
        }
        if (lastFailure != null) {
            facts.add("Last failure " + EnglishTime.of(lastFailure)
                    + (failure.isEmpty() ? "" : ": " + lower(DeliveryWords.reason(failure))));
        }
        if (certificateUntil != null) {
            facts.add((certificateLapses ? "Its certificate must be renewed: good until " : "Certificate good until ")
                    + EnglishTime.of(certificateUntil));
        }
        return facts;
    }

    /** Its incidents of the last thirty days, newest first. */
    public List<String> history() {
        return incidents.stream().map(Incident::words).toList();
    }

    /** What waits before it, in figures; nothing where nothing does. */
    public List<String> queue() {
        return Stream.of(
                        counted(waiting, "due or under way"),
                        counted(parked, "parked"),
                        counted(givenUp, "given up"),
                        counted(manual, "to take by hand"),
                        counted(inMailbox, "in the mailbox"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> counted(int number, String what) {
        return number == 0 ? List.of() : List.of(number + " " + what);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}

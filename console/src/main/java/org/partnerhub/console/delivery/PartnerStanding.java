package org.partnerhub.console.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.EnglishDate;
import org.partnerhub.console.words.EnglishTime;

/**
 * A partner and how its recipients are reached.
 *
 * @param version of its pause, to be said when it is changed
 * @param agreement in-force, needed or unknown
 */
public record PartnerStanding(
        String partner,
        String name,
        boolean paused,
        @Nullable Instant pausedSince,
        String pausedBy,
        String pauseReason,
        int version,
        String agreement,
        @Nullable LocalDate agreementUntil,
        List<RecipientStanding> recipients) {

    public PartnerStanding {
        recipients = List.copyOf(recipients);
    }

    /** A word about it, and the colour of its tag; the words alone say the same. */
    public record Tag(String words, String colour) {}

    public List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        if (paused) {
            tags.add(new Tag("Paused", "govuk-tag--blue"));
        }
        if (recipients.stream().anyMatch(RecipientStanding::down)) {
            tags.add(new Tag("Down", "govuk-tag--red"));
        } else if (recipients.stream().anyMatch(RecipientStanding::failing)) {
            tags.add(new Tag("Failing", "govuk-tag--yellow"));
        }
        if (certificateLapses()) {
            tags.add(new Tag("Certificate lapses", "govuk-tag--yellow"));
        }
        if (agreement.equals("needed") && !recipients.isEmpty()) {
            tags.add(new Tag("Needs an agreement", "govuk-tag--yellow"));
        }
        if (tags.isEmpty() && recipients.stream().allMatch(it -> it.lastSuccess() == null)) {
            tags.add(new Tag(recipients.isEmpty() ? "Sends only" : "Nothing sent yet", "govuk-tag--grey"));
        }
        return tags.isEmpty() ? List.of(new Tag("In order", "govuk-tag--green")) : tags;
    }

    /** Whether an operator should look at it. */
    public boolean wantsAttention() {
        return paused
                || certificateLapses()
                || givenUp() > 0
                || manual() > 0
                || recipients.stream().anyMatch(it -> it.down() || it.failing());
    }

    /** Whether a server that the hub sends to must show a new certificate within thirty days. */
    public boolean certificateLapses() {
        return recipients.stream().anyMatch(RecipientStanding::certificateLapses);
    }

    /** Whether there is a webhook that a test message can be sent to. */
    public boolean canBeTested() {
        return recipients.stream().anyMatch(it -> it.channel().equals("webhook"));
    }

    public int waiting() {
        return sum(RecipientStanding::waiting);
    }

    public int parked() {
        return sum(RecipientStanding::parked);
    }

    public int givenUp() {
        return sum(RecipientStanding::givenUp);
    }

    public int manual() {
        return sum(RecipientStanding::manual);
    }

    private int sum(ToIntFunction<RecipientStanding> count) {
        return recipients.stream().mapToInt(count).sum();
    }

    public String lastReached() {
        return recipients.stream()
                .flatMap(it -> Stream.ofNullable(it.lastSuccess()))
                .max(Instant::compareTo)
                .map(EnglishTime::of)
                .orElse("Never");
    }

    /** Whether an information sharing agreement with it is in force, in words. */
    public String agreementWords() {
        return switch (agreement) {
            case "in-force" ->
                "An information sharing agreement is in force"
                        + (agreementUntil == null ? "." : " until " + EnglishDate.of(agreementUntil) + ".");
            case "needed" ->
                "No information sharing agreement is in force: nothing goes to it on consent. A governance officer enters one.";
            default -> "Whether an information sharing agreement is in force could not be asked just now.";
        };
    }

    /** Who paused it, when and why; nothing where it is not paused. */
    public Optional<String> pause() {
        return paused
                ? Optional.of("Paused since "
                        + Optional.ofNullable(pausedSince).map(EnglishTime::of).orElse("some time") + " by account "
                        + pausedBy + ": " + pauseReason)
                : Optional.empty();
    }
}

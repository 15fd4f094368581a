package org.partnerhub.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.story.ContributionSoundness;
import org.partnerhub.referral.story.ToldStory;

/** What a referral must be beyond its schema to be taken. */
public final class Soundness {

    /** Operation Encompass; Domestic Abuse Act 2021 s.49A. */
    public static final Purpose DOMESTIC_ABUSE_NOTICE = new Purpose("domestic-abuse-notice-to-school");

    /** The clocks of partners differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final Map<Purpose, Set<String>> services;

    /**
     * The rules.
     *
     * @param services the purposes that a pathway leads on from, each with what may be asked for in particular
     */
    public Soundness(Map<Purpose, Set<String>> services) {
        this.services = Map.copyOf(services);
    }

    /** What is wrong, with a pointer to each field; empty where it can be taken. */
    public List<Violation> violations(SentReferral sent, PartnerId sender, Directory directory, Instant now) {
        List<Violation> found = new ArrayList<>();
        List<RecipientId> own = directory.operatedBy(sender).stream()
                .map(Directory.Recipient::id)
                .toList();
        RecipientId answerTo = sent.answerTo();
        if (answerTo != null && !own.contains(answerTo)) {
            found.add(new Violation("/answerTo", "Write one of your own recipients, or leave it out."));
        }
        for (int i = 0; i < sent.asks().size(); i++) {
            askedFor(sent.asks().get(i), "/asks/" + i, directory, found);
            RecipientId named = sent.asks().get(i).recipient();
            if (named != null && named.equals(answersAt(answerTo, own))) {
                found.add(new Violation(
                        "/asks/" + i + "/recipient", "This is your own place; name another, or leave it out."));
            }
        }
        if (asksFor(sent, DOMESTIC_ABUSE_NOTICE) && sent.incident() == null) {
            found.add(new Violation("/incident", "Say what happened: a domestic-abuse notice is about an incident."));
        }
        LocalDate born = sent.subject().birthDate();
        if (born != null && born.isAfter(now.atZone(ZoneId.of("Europe/London")).toLocalDate())) {
            found.add(new Violation("/subject/birthDate", "Write a birth date that is not in the future."));
        }
        ToldStory story = sent.permittedStory();
        if (story != null) {
            ContributionSoundness.told(
                    story, now.atZone(ZoneId.of("Europe/London")).toLocalDate(), found);
        }
        past(sent.occurredAt(), "/occurredAt", now, found);
        Incident incident = sent.incident();
        past(incident == null ? null : incident.occurredAt(), "/incident/occurredAt", now, found);
        return found;
    }

    private void askedFor(Ask ask, String pointer, Directory directory, List<Violation> found) {
        Set<String> known = services.get(ask.purpose());
        if (known == null) {
            found.add(new Violation(pointer + "/purpose", "Write a purpose that a referral can ask for."));
        } else if (ask.service() != null && !known.contains(ask.service())) {
            found.add(new Violation(
                    pointer + "/service",
                    known.isEmpty()
                            ? "Leave it out: this purpose says enough."
                            : "Write one of " + String.join(", ", new TreeSet<>(known)) + ", or leave it out."));
        }
        RecipientId named = ask.recipient();
        if (named != null && directory.recipient(named).isEmpty()) {
            found.add(new Violation(
                    pointer + "/recipient", "Write a recipient of the hub's directory, or leave it out."));
        }
    }

    /** Where the sender surely hears: the place that it says, or the only one that it runs. */
    private static @Nullable RecipientId answersAt(@Nullable RecipientId answerTo, List<RecipientId> own) {
        return answerTo == null && own.size() == 1 ? own.getFirst() : answerTo;
    }

    private static boolean asksFor(SentReferral sent, Purpose purpose) {
        return sent.asks().stream().anyMatch(ask -> ask.purpose().equals(purpose));
    }

    private static void past(@Nullable Instant time, String pointer, Instant now, List<Violation> found) {
        if (time != null && time.isAfter(now.plus(TOLERANCE))) {
            found.add(new Violation(pointer, "Write a time that is not in the future."));
        }
    }
}

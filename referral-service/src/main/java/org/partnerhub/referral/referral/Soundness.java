package org.partnerhub.referral.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.schema.Violation;
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

    private final Set<Purpose> purposes;

    /**
     * The rules.
     *
     * @param purposes those that a pathway leads on from
     */
    public Soundness(Set<Purpose> purposes) {
        this.purposes = Set.copyOf(purposes);
    }

    /** What is wrong, with a pointer to each field; empty where it can be taken. */
    public List<Violation> violations(SentReferral sent, Directory directory, Instant now) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < sent.asks().size(); i++) {
            Ask ask = sent.asks().get(i);
            if (!purposes.contains(ask.purpose())) {
                found.add(new Violation("/asks/" + i + "/purpose", "Write a purpose that a referral can ask for."));
            }
            RecipientId named = ask.recipient();
            if (named != null && directory.recipient(named).isEmpty()) {
                found.add(new Violation(
                        "/asks/" + i + "/recipient", "Write a recipient of the hub's directory, or leave it out."));
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

    private static boolean asksFor(SentReferral sent, Purpose purpose) {
        return sent.asks().stream().anyMatch(ask -> ask.purpose().equals(purpose));
    }

    private static void past(@Nullable Instant time, String pointer, Instant now, List<Violation> found) {
        if (time != null && time.isAfter(now.plus(TOLERANCE))) {
            found.add(new Violation(pointer, "Write a time that is not in the future."));
        }
    }
}

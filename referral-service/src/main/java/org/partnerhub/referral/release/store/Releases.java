package org.partnerhub.referral.release.store;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.attachment.store.Attachments;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Feedback;
import org.partnerhub.referral.referral.FollowUp;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.store.AskedRecipients;
import org.partnerhub.referral.referral.store.ConsentDrafts;
import org.partnerhub.referral.referral.store.Feedbacks;
import org.partnerhub.referral.referral.store.FollowUps;
import org.partnerhub.referral.referral.store.Questions;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.referral.referral.store.Updates;
import org.partnerhub.referral.release.Holdings;
import org.partnerhub.referral.release.Outcome;
import org.partnerhub.referral.release.Source;
import org.partnerhub.referral.release.Standings;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.store.Acquaintances;
import org.partnerhub.referral.story.store.Stories;
import org.springframework.stereotype.Component;

/** Lets out what a verified permit allows, once; in the caller's transaction. */
@Component
public class Releases {

    private final UsedPermits used;
    private final People people;
    private final Stories stories;
    private final Attachments attachments;
    private final Acquaintances acquaintances;
    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Feedbacks feedbacks;
    private final FollowUps followUps;
    private final Questions questions;
    private final Updates updates;
    private final ConsentDrafts drafts;
    private final Pathways pathways;
    private final Clock clock;

    Releases(
            UsedPermits used,
            People people,
            Stories stories,
            Attachments attachments,
            Acquaintances acquaintances,
            Referrals referrals,
            AskedRecipients recipients,
            Feedbacks feedbacks,
            FollowUps followUps,
            Questions questions,
            Updates updates,
            ConsentDrafts drafts,
            Pathways pathways,
            Clock clock) {
        this.used = used;
        this.people = people;
        this.stories = stories;
        this.attachments = attachments;
        this.acquaintances = acquaintances;
        this.referrals = referrals;
        this.recipients = recipients;
        this.feedbacks = feedbacks;
        this.followUps = followUps;
        this.questions = questions;
        this.updates = updates;
        this.drafts = drafts;
        this.pathways = pathways;
        this.clock = clock;
    }

    /**
     * Uses the permit up and lets out what it allows of a source.
     *
     * @param delivery the delivery that the asker means; a permit for another is refused
     */
    public Outcome release(Permit permit, UUID delivery, String source) {
        if (!permit.delivery().equals(delivery) || !used.use(permit)) {
            return new Outcome.PermitRefused();
        }
        return Source.of(source)
                .map(found -> switch (found) {
                    case Source.OfReferral(ReferralId id) -> referral(permit, id);
                    case Source.OfFeedback(ReferralId id) -> feedback(permit, id);
                    case Source.OfStory(PersonId id) -> story(permit, id);
                })
                .orElseGet(Outcome.NothingThere::new);
    }

    /** The id under which a person is known now, and so decided about; an id that was merged goes on working. */
    public PersonId current(PersonId named) {
        return people.current(named);
    }

    /** Uses the permit up where no content is fetched with it; false where it was used before. */
    public boolean use(Permit permit) {
        return used.use(permit);
    }

    /** The permitted part of the story of the permit's subject; nothing of a person who is not known. */
    public Map<Category, Object> story(Permit permit) {
        return people.find(permit.subject())
                .map(person -> new Holdings(
                                person, stories.of(person.id()), attachments.released(person.id()), null, null)
                        .released(permit.categories()))
                .orElse(Map.of());
    }

    /** A partner was told of somebody because it asked, and may add to their story from now on. */
    public void askedAbout(PartnerId partner, PersonId person) {
        people.find(person).ifPresent(known -> acquaintances.told(partner, known.id()));
    }

    public Standings standings(ReferralId referral) {
        return new Standings(recipients.of(referral), questions.of(referral), drafts.isUnusable(referral));
    }

    /** The permit, the delivery and the route must all mean the same recipient, purpose and child. */
    private Outcome referral(Permit permit, ReferralId id) {
        Optional<Referral> referral =
                referrals.find(id).filter(it -> it.subject().equals(permit.subject()));
        DeliveryId delivery = delivery(permit, id);
        Optional<AskedRecipient> asked = recipients.of(id).stream()
                .filter(it -> it.delivery().equals(delivery))
                .filter(it -> it.recipient().equals(permit.recipient()))
                .filter(it -> it.purpose().equals(permit.purpose()))
                .findFirst();
        if (referral.isEmpty() || asked.isEmpty()) {
            return new Outcome.PermitRefused();
        }
        if (asked.get().isTakenBack()) {
            return new Outcome.NothingThere();
        }
        boolean onlyItself = pathways.tellsOnlyItself(permit.purpose());
        Story story = stories.of(permit.subject());
        Holdings holdings = new Holdings(
                people.find(permit.subject()).orElseThrow(),
                onlyItself ? story.cameWith(id) : story,
                onlyItself ? List.of() : attachments.released(permit.subject()),
                referral.get(),
                standings(id).progress(),
                updates.lastMessage(id).orElse(null));
        return let("referral", "referral/" + id, holdings.released(permit.categories()));
    }

    /** What is told again after an update goes under a delivery of its own. */
    private DeliveryId delivery(Permit permit, ReferralId id) {
        DeliveryId own = new DeliveryId(permit.delivery());
        return followUps
                .find(own)
                .filter(it -> it.referral().equals(id) && it.says().tellsTheReferral())
                .map(FollowUp::asked)
                .orElse(own);
    }

    private Outcome feedback(Permit permit, ReferralId id) {
        boolean ofThatChild = referrals
                .find(id)
                .filter(it -> it.subject().equals(permit.subject()))
                .isPresent();
        Optional<Feedback> feedback = feedbacks
                .find(new DeliveryId(permit.delivery()))
                .filter(it -> ofThatChild && it.referral().equals(id))
                .filter(it ->
                        it.to().equals(permit.recipient()) && permit.purpose().equals(Feedback.PURPOSE));
        return feedback.<Outcome>map(it -> let(
                        "feedback",
                        "referral/" + id,
                        standings(id).released(permit.categories(), it.about(), clock.instant())))
                .or(() -> followUp(permit, id, ofThatChild))
                .orElseGet(Outcome.PermitRefused::new);
    }

    private Optional<Outcome> followUp(Permit permit, ReferralId id, boolean ofThatChild) {
        Optional<FollowUp> followUp = followUps
                .find(new DeliveryId(permit.delivery()))
                .filter(it ->
                        ofThatChild && it.referral().equals(id) && !it.says().tellsTheReferral())
                .filter(_ -> permit.purpose().equals(FollowUp.PURPOSE));
        return followUp.flatMap(it -> recipients
                .find(it.asked())
                .filter(asked -> asked.recipient().equals(permit.recipient()))
                .map(asked -> let(
                        "feedback",
                        "referral/" + id,
                        Standings.followUp(it, asked, permit.categories(), clock.instant()))));
    }

    private Outcome story(Permit permit, PersonId id) {
        if (!id.equals(permit.subject())) {
            return new Outcome.PermitRefused();
        }
        Map<Category, Object> content = story(permit);
        return content.isEmpty() ? new Outcome.NothingThere() : let("story", "story/" + id, content);
    }

    private static Outcome let(String kind, String reference, Map<Category, Object> content) {
        return new Outcome.Let(new Released(kind, reference, content));
    }
}

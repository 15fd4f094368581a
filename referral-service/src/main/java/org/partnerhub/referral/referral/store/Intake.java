package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.referral.Reception;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.referral.Telling;
import org.partnerhub.referral.story.store.Stories;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes referrals in: key, person, story, referral and event in one transaction, and nothing else. */
@Component
public class Intake {

    private final IdempotencyKeys keys;
    private final People people;
    private final Stories stories;
    private final Referrals referrals;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    Intake(
            IdempotencyKeys keys,
            People people,
            Stories stories,
            Referrals referrals,
            Outbox outbox,
            TransactionOperations transaction,
            Clock clock) {
        this.keys = keys;
        this.people = people;
        this.stories = stories;
        this.referrals = referrals;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Takes a referral once.
     *
     * @param key the sender's own; the same key and body again are answered as the first time
     * @param bodyHash SHA-256 of the body as it was sent
     */
    public Reception take(PartnerId sender, String key, byte[] bodyHash, SentReferral sent) {
        ReferralId id = ReferralId.fresh();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> {
            if (!keys.take(sender, key, bodyHash, id, now)) {
                return keys.before(sender, key, bodyHash);
            }
            Optional<KnownPerson> subject = subject(sent.subject(), sender, now);
            if (subject.isEmpty()) {
                status.setRollbackOnly();
                return new Reception.NobodyKnown();
            }
            PersonId person = subject.get().id();
            referrals.add(id, person, sender, sent, now);
            stories.add(person, new Telling(id, sender, now).contributions(sent.story()));
            outbox.publish(new ReferralReceived(id));
            return new Reception.Taken(id, person);
        });
    }

    private Optional<KnownPerson> subject(SentReferral.Subject subject, PartnerId sender, Instant now) {
        PersonId known = subject.personId();
        return known != null
                ? people.find(known)
                : Optional.of(people.resolve(subject.demographics(), sender.value(), now));
    }
}

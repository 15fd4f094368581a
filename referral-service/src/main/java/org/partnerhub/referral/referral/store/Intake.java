package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.Recognised;
import org.partnerhub.referral.person.SubjectChild;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.referral.Reception;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.story.Telling;
import org.partnerhub.referral.story.store.Storytelling;
import org.partnerhub.support.events.Outbox;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes referrals in: key, person, story, referral and event in one transaction, and nothing else. */
@Component
public class Intake {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** Two families that share names may lock each other's; the one that PostgreSQL gives up has done nothing and begins anew. */
    private static final RetryTemplate ANEW = new RetryTemplate(RetryPolicy.builder()
            .includes(PessimisticLockingFailureException.class)
            .maxRetries(5)
            .delay(Duration.ofMillis(50))
            .jitter(Duration.ofMillis(50))
            .build());

    private final IdempotencyKeys keys;
    private final People people;
    private final Storytelling storytelling;
    private final Referrals referrals;
    private final KeptUnplaced unplaced;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    Intake(
            IdempotencyKeys keys,
            People people,
            Storytelling storytelling,
            Referrals referrals,
            KeptUnplaced unplaced,
            Outbox outbox,
            TransactionOperations transaction,
            Clock clock) {
        this.keys = keys;
        this.people = people;
        this.storytelling = storytelling;
        this.referrals = referrals;
        this.unplaced = unplaced;
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
        return ANEW.invoke(() -> taken(sender, key, bodyHash, sent, id, now));
    }

    private Reception taken(
            PartnerId sender, String key, byte[] bodyHash, SentReferral sent, ReferralId id, Instant now) {
        return transaction.execute(status -> {
            if (!keys.take(sender, key, bodyHash, id, now)) {
                return keys.before(sender, key, bodyHash);
            }
            Optional<Recognised> subject = subject(sent.subject(), sender, now);
            if (subject.isEmpty()) {
                status.setRollbackOnly();
                return new Reception.NobodyKnown();
            }
            KnownPerson person = subject.get().person();
            if (!SubjectChild.couldBe(person.demographics().birthDate(), LocalDate.ofInstant(now, ENGLAND))) {
                status.setRollbackOnly();
                return new Reception.NoChild();
            }
            // under the id that was named or fits best: taking a merge back leaves it there
            PersonId linkedTo = subject.get().linkedTo();
            referrals.add(id, linkedTo, sender, sent, now);
            unplaced.keep(id, sender, sent.unplaced(), now);
            storytelling.withReferral(linkedTo, new Telling(id, sender, now), sent.permittedStory());
            outbox.publish(new ReferralReceived(id));
            return new Reception.Taken(id, person.id());
        });
    }

    private Optional<Recognised> subject(SentReferral.Subject subject, PartnerId sender, Instant now) {
        PersonId known = subject.personId();
        return known != null
                ? people.find(known).map(person -> new Recognised(person, known))
                : Optional.of(people.recognise(subject.demographics(), sender.value(), now));
    }
}

package org.partnerhub.referral.story.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.story.Addition;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.SentContribution;
import org.partnerhub.referral.story.Telling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what partners add to stories by themselves: key and parts in one transaction. */
@Component
public class Contributing {

    private final StoryKeys keys;
    private final Acquaintances acquaintances;
    private final People people;
    private final Stories stories;
    private final Storytelling storytelling;
    private final TransactionOperations transaction;
    private final Clock clock;

    Contributing(
            StoryKeys keys,
            Acquaintances acquaintances,
            People people,
            Stories stories,
            Storytelling storytelling,
            TransactionOperations transaction,
            Clock clock) {
        this.keys = keys;
        this.acquaintances = acquaintances;
        this.people = people;
        this.stories = stories;
        this.storytelling = storytelling;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Adds to a story once.
     *
     * @param key the partner's own; the same key and body again are answered as the first time
     * @param bodyHash SHA-256 of the body as it was sent, and of whose story it is for
     */
    public Addition add(PartnerId partner, PersonId id, String key, byte[] bodyHash, SentContribution sent) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> {
            // kept under the id that was named: taking a merge back leaves it there
            Optional<PersonId> person =
                    people.find(id).map(KnownPerson::id).filter(known -> acquaintances.has(partner, known));
            if (person.isEmpty()) {
                return new Addition.NobodyOfYours();
            }
            Addition addition = switch (keys.take(partner, key, bodyHash, now)) {
                case StoryKeys.Use.Fresh() ->
                    storytelling.byItself(id, person.get(), new Telling(null, partner, now), sent);
                case StoryKeys.Use.Again(List<UUID> made) -> again(person.get(), made);
                case StoryKeys.Use.OtherBody() -> new Addition.KeyUsedForOtherBody();
            };
            if (addition instanceof Addition.Added(PersonId _, List<Contribution> parts)) {
                keys.made(partner, key, parts.stream().map(Contribution::id).toList());
            } else {
                status.setRollbackOnly();
            }
            return addition;
        });
    }

    private Addition again(PersonId person, List<UUID> made) {
        Set<UUID> ids = new HashSet<>(made);
        return new Addition.Added(
                person,
                stories.of(person).parts().stream()
                        .filter(it -> ids.contains(it.id()))
                        .toList());
    }
}

package org.partnerhub.referral.attachment.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.attachment.Filing;
import org.partnerhub.referral.attachment.Scan;
import org.partnerhub.referral.attachment.SentFile;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.story.Keeping;
import org.partnerhub.referral.story.store.Acquaintances;
import org.partnerhub.referral.story.store.StoryKeys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes files in: key, file and bytes in one transaction. */
@Component
public class FilingCabinet {

    private final StoryKeys keys;
    private final Acquaintances acquaintances;
    private final People people;
    private final Attachments attachments;
    private final KnownDirectory directory;
    private final TransactionOperations transaction;
    private final Clock clock;

    FilingCabinet(
            StoryKeys keys,
            Acquaintances acquaintances,
            People people,
            Attachments attachments,
            KnownDirectory directory,
            TransactionOperations transaction,
            Clock clock) {
        this.keys = keys;
        this.acquaintances = acquaintances;
        this.people = people;
        this.attachments = attachments;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The person of an id, if a partner may add to their record. */
    public Optional<PersonId> known(PartnerId partner, PersonId id) {
        return people.find(id).map(KnownPerson::id).filter(known -> acquaintances.has(partner, known));
    }

    /** Keeps a file once. */
    public Filing file(PartnerId partner, PersonId id, String key, SentFile sent) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transaction.execute(status -> {
            Optional<PersonId> person = known(partner, id);
            if (person.isEmpty()) {
                return new Filing.NobodyOfYours();
            }
            return switch (keys.take(partner, key, sent.hashFor(id), now)) {
                case StoryKeys.Use.Fresh() -> filed(partner, id, key, sent, now);
                case StoryKeys.Use.Again(List<UUID> made) -> new Filing.Filed(made.getFirst(), person.get());
                case StoryKeys.Use.OtherBody() -> new Filing.KeyUsedForOtherFile();
            };
        });
    }

    /** Takes a partner's own file back; false where there is no such file of its own. Twice is as good as once. */
    public boolean takeBack(PartnerId partner, PersonId id, UUID attachment) {
        return transaction.execute(status -> known(partner, id)
                .filter(person -> attachments.of(person, partner).stream()
                        .anyMatch(it -> it.id().equals(attachment)))
                .map(person -> attachments.takeBack(attachment, clock.instant()))
                .isPresent());
    }

    private Filing filed(PartnerId partner, PersonId person, String key, SentFile sent, Instant now) {
        Attachment added = new Attachment(
                UUID.randomUUID(),
                person,
                sent.category(),
                sent.name(),
                sent.type(),
                HexFormat.of().formatHex(sent.hash()),
                sent.bytes().length,
                partner,
                now,
                Scan.WAITING_FOR_SCAN,
                null);
        attachments.add(added, sent.bytes(), Keeping.of(sent.category(), kindOf(partner)));
        keys.made(partner, key, List.of(added.id()));
        return new Filing.Filed(added.id(), person);
    }

    private String kindOf(PartnerId partner) {
        return directory
                .last()
                .flatMap(it -> it.partner(partner))
                .map(Partner::kind)
                .orElse("");
    }
}

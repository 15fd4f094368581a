package org.partnerhub.consent.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

/** The directory as it was last read. Safe for many threads. */
public final class KnownDirectory {

    private final Clock clock;
    private final Duration goodFor;
    private final AtomicReference<Reading> last = new AtomicReference<>(new Reading(Set.of(), Map.of(), Instant.MIN));

    /**
     * A directory that has not been read yet.
     *
     * @param goodFor how long a reading is relied on while a fresh one cannot be had
     */
    public KnownDirectory(Clock clock, Duration goodFor) {
        this.clock = clock;
        this.goodFor = goodFor;
    }

    public void read(Directory directory) {
        Map<RecipientId, Recipient> recipients = new HashMap<>();
        directory.recipients().forEach(recipient -> recipients.put(recipient.id(), recipient));
        Set<PartnerId> partners =
                directory.partners().stream().map(Directory.Partner::id).collect(Collectors.toUnmodifiableSet());
        last.set(new Reading(partners, Map.copyOf(recipients), clock.instant()));
    }

    /** The recipient; absent where nobody knows it, and then it is refused. */
    public Optional<Recipient> recipient(RecipientId id) {
        return Optional.ofNullable(last.get().recipients().get(id));
    }

    /** Every recipient, in the order of their ids. */
    public List<Recipient> recipients() {
        return last.get().recipients().values().stream()
                .sorted(Comparator.comparing(it -> it.id().value()))
                .toList();
    }

    public Set<PartnerId> partners() {
        return last.get().partners();
    }

    public boolean knows(PartnerId partner) {
        return last.get().partners().contains(partner);
    }

    /** The recipients that a partner runs, alone or with others. */
    public List<Recipient> operatedBy(PartnerId partner) {
        return last.get().recipients().values().stream()
                .filter(recipient -> recipient.operatedBy().contains(partner))
                .toList();
    }

    /** Whether the last reading is too old to rely on, or was had before notification-service had any recipient. */
    public boolean isStale() {
        Reading reading = last.get();
        return reading.recipients().isEmpty()
                || reading.at().isBefore(clock.instant().minus(goodFor));
    }

    private record Reading(Set<PartnerId> partners, Map<RecipientId, Recipient> recipients, Instant at) {}
}

package org.partnerhub.consent.release;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Every release about one person. */
public record ReleasesOfSubject(List<ReleaseRecord> records) {

    private static final Comparator<ReleaseRecord> LONGEST_FIRST = Comparator.comparing(
                    ReleaseRecord::endsAt, Comparator.reverseOrder())
            .thenComparing(it -> it.id().value());

    public ReleasesOfSubject {
        records = records.stream().sorted(LONGEST_FIRST).toList();
    }

    /** The one that lets this go. */
    public Optional<ReleaseRecord> find(Purpose purpose, RecipientId recipient, Category category, Instant now) {
        return records.stream()
                .filter(it -> it.covers(purpose, recipient, category, now))
                .findFirst();
    }
}

package org.partnerhub.consent.override;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * Every override about one person. None outlives a no: one that was authorised before somebody refused or withdrew does not stand
 * against it, and one authorised afterwards stands only where its authoriser knew. So a withdrawn consent never silently becomes an
 * override.
 */
public record OverridesOfSubject(List<OverrideRecord> records) {

    /** Where a life is at risk first, for it needs the least; then what stands longest. */
    private static final Comparator<OverrideRecord> BEST_FIRST = Comparator.comparing(
                    (OverrideRecord it) -> !it.isForALife())
            .thenComparing(OverrideRecord::endsAt, Comparator.reverseOrder())
            .thenComparing(it -> it.id().value());

    public OverridesOfSubject {
        records = records.stream().sorted(BEST_FIRST).toList();
    }

    /** The one that lets this go. */
    public Optional<OverrideRecord> find(
            Purpose purpose, RecipientId recipient, Category category, Instant now, ConsentsOfSubject consents) {
        Optional<Instant> no = consents.lastNo(purpose);
        return records.stream()
                .filter(it -> it.covers(purpose, recipient, category, now))
                .filter(it -> no.isEmpty() || it.knewOf(no.get()))
                .findFirst();
    }

    /** Those that rest on a life being at risk: they go on when others have to wait. */
    public OverridesOfSubject forALife() {
        return new OverridesOfSubject(
                records.stream().filter(OverrideRecord::isForALife).toList());
    }
}

package org.partnerhub.consent.recording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What a consent is for from now on, where that is less than before; as {@code schema/consent-narrowing.json} has it. What is absent
 * stays as it is.
 *
 * @param exceptions beside those that the consent has already
 */
public record Narrowing(
        @Nullable Set<Purpose> purposes,
        ConsentTerms.@Nullable Recipients recipients,
        @Nullable Set<Category> categories,
        @Nullable LocalDate until,
        List<ConsentTerms.Excepted> exceptions) {

    public Narrowing {
        exceptions = List.copyOf(exceptions);
    }

    /** What it leaves of a consent; said again today, for as far as it goes. */
    public ConsentTerms of(ConsentTerms terms, LocalDate today) {
        List<ConsentTerms.Excepted> all = Stream.concat(terms.exceptions().stream(), exceptions.stream())
                .distinct()
                .toList();
        return new ConsentTerms(
                terms.decision(),
                terms.givenBy(),
                purposes == null ? terms.purposes() : purposes,
                recipients == null ? terms.recipients() : recipients,
                categories == null ? terms.categories() : categories,
                terms.from(),
                until == null ? terms.until() : until,
                terms.evidence(),
                today,
                all);
    }

    /** Whether it leaves everything as it is, as when it is sent a second time. */
    public boolean leavesAsItIs(ConsentTerms terms) {
        return of(terms, terms.obtainedOn()).equals(terms);
    }

    /**
     * What is wrong with it: whatever would widen the consent.
     *
     * @param known the recipient of an id, null where nobody knows it
     */
    public List<Violation> violations(ConsentTerms terms, Function<RecipientId, @Nullable Recipient> known) {
        List<Violation> found = new ArrayList<>();
        if (purposes != null && !terms.purposes().containsAll(purposes)) {
            found.add(new Violation("/purposes", "Name purposes that the consent has; a narrowing adds none."));
        }
        if (categories != null && !terms.categories().containsAll(categories)) {
            found.add(new Violation("/categories", "Name categories that the consent has; a narrowing adds none."));
        }
        if (until != null && (until.isAfter(terms.until()) || until.isBefore(terms.from()))) {
            found.add(new Violation(
                    "/until", "Give a last day that is not after the present one and not before the first."));
        }
        recipients(terms, known, found);
        return found;
    }

    private void recipients(
            ConsentTerms terms, Function<RecipientId, @Nullable Recipient> known, List<Violation> found) {
        if (recipients == null) {
            return;
        }
        if (!terms.recipients().kinds().containsAll(recipients.kinds())) {
            found.add(new Violation("/recipients/kinds", "Name kinds that the consent has; a narrowing adds none."));
        }
        Set<RecipientId> others = new HashSet<>(recipients.ids());
        others.removeIf(id -> {
            Recipient recipient = known.apply(id);
            return terms.recipients().ids().contains(id)
                    || (recipient != null && terms.recipients().kinds().contains(recipient.kind()));
        });
        if (!others.isEmpty()) {
            found.add(new Violation(
                    "/recipients/ids", "Name recipients that the consent reaches; a narrowing adds none."));
        }
    }
}

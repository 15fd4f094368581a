package org.partnerhub.consent.recording.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

/** The log's entries about a consent; their fields are listed in docs/audit-events.md. */
final class ConsentEntry {

    private ConsentEntry() {}

    /** What it is for, from this entry on. */
    static EntryDraft of(EntryKind kind, ConsentRecord consent, PartnerId recordedBy) {
        ConsentTerms terms = consent.terms();
        return about(kind, consent)
                .with("version", consent.version())
                .with("capacity", terms.givenBy().capacity().code())
                .with("purposes", terms.purposes().stream().map(Purpose::value))
                .with("recipient-kinds", terms.recipients().kinds().stream())
                .with("recipients", terms.recipients().ids().stream().map(Object::toString))
                .with("categories", terms.categories().stream().map(Category::code))
                .with("exceptions", exceptions(terms))
                .with("from", terms.from())
                .with("until", terms.until())
                .with("recorded-by", recordedBy);
    }

    /** That something happened to it by itself. */
    static EntryDraft about(EntryKind kind, ConsentRecord consent) {
        return EntryDraft.of(kind)
                .with(EntryDraft.SUBJECT, consent.subject())
                .with(EntryDraft.SOURCE, "consent/" + consent.id());
    }

    private static @Nullable String exceptions(ConsentTerms terms) {
        String written = terms.exceptions().stream()
                .map(ConsentEntry::exception)
                .sorted()
                .collect(Collectors.joining(" "));
        return written.isEmpty() ? null : written;
    }

    /** Such as {@code school,fenland-academy-safeguarding-lead:voice}, or {@code school:everything}. */
    private static String exception(ConsentTerms.Excepted excepted) {
        String recipients = Stream.concat(
                        excepted.recipients().kinds().stream(),
                        excepted.recipients().ids().stream().map(Object::toString))
                .sorted()
                .collect(Collectors.joining(","));
        String categories =
                excepted.categories().stream().map(Category::code).sorted().collect(Collectors.joining(","));
        return recipients + ":" + (categories.isEmpty() ? "everything" : categories);
    }
}

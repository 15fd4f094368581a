package org.partnerhub.consent.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.transparency.Entry;

class SaltedEntryTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");

    private final PersonId person = PersonId.fresh();
    private final EntryDraft draft = EntryDraft.of(EntryKind.OFFICER_LOOKED)
            .with(EntryDraft.SUBJECT, person)
            .with("reason", "Complaint 2026/9")
            .with("absent", (Object) null)
            .with("categories", Stream.of("voice", "identity"));

    @Test
    void leafHoldsKindTimeAndHashesAndNoValue() {
        SaltedEntry entry = SaltedEntry.of(draft, NOW);
        assertThat(entry.leaf())
                .contains("kind officer-looked", "at 2026-11-22T10:00:00.123456Z", "field reason ")
                .doesNotContain(person.toString(), "Complaint");
        assertThat(Entry.ofLeaf(entry.leaf()).fields().keySet()).containsExactly("categories", "reason", "subject");
    }

    @Test
    void everyValueOpensItsHash() {
        SaltedEntry entry = SaltedEntry.of(draft, NOW);
        Entry.ofLeaf(entry.leaf())
                .fields()
                .forEach((name, hash) -> assertThat(entry.values().get(name))
                        .isNotNull()
                        .satisfies(it -> assertThat(it.hash()).isEqualTo(hash)));
        assertThat(entry.draft().fields()).containsEntry("categories", "identity voice");
    }

    @Test
    void sameValueHashesDifferentlyEachTime() {
        assertThat(SaltedEntry.of(draft, NOW).leaf())
                .isNotEqualTo(SaltedEntry.of(draft, NOW).leaf());
    }

    @Test
    void everyKindIsAWordThatALeafTakes() {
        assertThat(EntryKind.values())
                .allSatisfy(kind -> assertThat(
                                SaltedEntry.of(EntryDraft.of(kind), NOW).leaf())
                        .contains("kind " + kind.code()));
    }
}

package org.partnerhub.consent.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry about to be appended. Immutable; {@code with} answers a new one.
 *
 * @param fields values by name, in words joined by hyphens; each is hashed with a salt of its own
 */
public record EntryDraft(UUID id, EntryKind kind, Map<String, String> fields) {

    /** The field by which the log is searched for a person. */
    public static final String SUBJECT = "subject";

    /** The field by which the log is searched for a referral, stay or consent. */
    public static final String SOURCE = "source";

    public EntryDraft {
        fields = Map.copyOf(fields);
    }

    public static EntryDraft of(UUID id, EntryKind kind) {
        return new EntryDraft(id, kind, Map.of());
    }

    public static EntryDraft of(EntryKind kind) {
        return of(UUID.randomUUID(), kind);
    }

    /** The entry with one field more; an absent value adds none. */
    public EntryDraft with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value.toString());
        return new EntryDraft(id, kind, more);
    }

    /** The entry with a field that lists codes, in the order of the alphabet. */
    public EntryDraft with(String field, Stream<String> codes) {
        return with(field, codes.sorted().collect(Collectors.joining(" ")));
    }
}

package org.partnerhub.fhir.audit;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An entry of the disclosure log, as consent-service tells it to an officer; docs/audit-events.md has the kinds and their fields. */
public record LoggedEntry(
        UUID id,
        String kind,
        Instant at,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, String> fields) {

    public LoggedEntry {
        fields = Map.copyOf(fields);
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Codes or ids with blanks between. */
    public List<String> each(String name) {
        return field(name).stream()
                .flatMap(it -> Arrays.stream(it.split(" ", -1)))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "LoggedEntry[" + id + "]";
    }
}

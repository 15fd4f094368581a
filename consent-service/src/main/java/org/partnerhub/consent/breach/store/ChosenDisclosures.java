package org.partnerhub.consent.breach.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.breach.BreachReport;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.store.LogReader;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disclosures by their places in the log; what went out is said by the decision that each relied on. */
@Component
class ChosenDisclosures {

    private static final Set<String> KINDS = Set.of("disclosure", "decision");

    private final JdbcClient jdbc;
    private final LogReader log;

    ChosenDisclosures(JdbcClient jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** Those of them that are decisions or disclosures, in the order of the log. */
    List<BreachReport.Told> at(Collection<Long> sequences) {
        List<UUID> ids = jdbc.sql("SELECT entry FROM log_leaf WHERE index = ANY (:sequences) ORDER BY index")
                .param("sequences", sequences.toArray(Long[]::new))
                .query((row, number) -> row.getObject("entry", UUID.class))
                .list();
        List<FoundEntry> chosen = log.among(ids).stream()
                .filter(it -> KINDS.contains(it.kind()))
                .sorted((one, other) -> Long.compare(place(one), place(other)))
                .toList();
        Map<UUID, FoundEntry> decisions =
                log
                        .among(chosen.stream()
                                .map(ChosenDisclosures::decision)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(FoundEntry::id, Function.identity()));
        return chosen.stream().map(it -> told(it, decisions)).toList();
    }

    private static BreachReport.Told told(FoundEntry entry, Map<UUID, FoundEntry> decisions) {
        Map<String, String> fields = entry.fields();
        String person = fields.get("subject");
        UUID decision = decision(entry);
        FoundEntry decided = decision == null ? entry : decisions.getOrDefault(decision, entry);
        String permitted = decided.fields().getOrDefault("permitted", "");
        Instant at = entry.at();
        return new BreachReport.Told(
                place(entry),
                entry.id(),
                at,
                person == null ? null : new PersonId(UUID.fromString(person)),
                fields.get("recipient"),
                fields.get("purpose"),
                fields.get("outcome"),
                Arrays.stream(permitted.split(" ", -1))
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    private static long place(FoundEntry entry) {
        return Objects.requireNonNull(entry.index());
    }

    private static @Nullable UUID decision(FoundEntry entry) {
        String decision = entry.fields().get("decision");
        return decision == null ? null : UUID.fromString(decision);
    }
}

package org.partnerhub.consent.breach;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * What is notified of a breach (UK GDPR Article 33(3)); approximate numbers are exact here.
 *
 * @param awareAt when the controller became aware: the 72 hours run from then
 * @param told what went wrong, in the order of the log
 */
public record BreachReport(
        UUID id,
        Instant awareAt,
        String whatHappened,
        String consequences,
        String measures,
        boolean toldToPeople,
        List<Told> told,
        String madeBy,
        Instant madeAt) {

    private static final Duration TO_NOTIFY = Duration.ofDays(3); // 72 hours

    public BreachReport {
        told = List.copyOf(told);
    }

    /**
     * One disclosure of the breach.
     *
     * @param sequence its place in the log
     * @param recipient absent where it has been erased
     * @param categories codes of what was told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            long sequence,
            UUID entry,
            Instant at,
            @Nullable PersonId person,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String outcome,
            List<String> categories) {

        public Told {
            categories = List.copyOf(categories);
        }
    }

    /** By when the Commissioner is told, where a risk to people is likely (Article 33(1)). */
    @JsonProperty
    public Instant notifyBy() {
        return awareAt.plus(TO_NOTIFY);
    }

    /** Whom it concerns. */
    @JsonProperty
    public List<PersonId> people() {
        return told.stream()
                .map(Told::person)
                .filter(it -> it != null)
                .distinct()
                .toList();
    }

    @JsonProperty
    public List<String> categories() {
        return told.stream()
                .flatMap(it -> it.categories().stream())
                .distinct()
                .sorted()
                .toList();
    }

    @JsonProperty
    public List<String> recipients() {
        return told.stream()
                .map(Told::recipient)
                .filter(it -> it != null)
                .distinct()
                .sorted()
                .toList();
    }

    /** Its place in the log's entries. */
    public String reference() {
        return "breach/" + id;
    }

    @Override
    public String toString() {
        return "BreachReport[" + id + "]";
    }
}

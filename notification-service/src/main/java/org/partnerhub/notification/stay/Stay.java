package org.partnerhub.notification.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;

/**
 * One consecutive time away from home, in one setting or several.
 *
 * @param visits in the order of admission; each has one
 * @param findings why they belong together
 * @param questions what has to be settled about that
 */
public record Stay(List<Visit> visits, List<Finding> findings, Set<Question> questions) {

    private static final Comparator<Visit> BY_ADMISSION = Comparator.comparing(
                    (Visit it) -> Objects.requireNonNull(it.admittedAt()))
            .thenComparing(Visit::id)
            .thenComparingInt(Visit::number);

    public Stay {
        visits = visits.stream().sorted(BY_ADMISSION).toList();
        findings = List.copyOf(findings);
        questions = Set.copyOf(questions);
    }

    public Visit first() {
        return visits.getFirst();
    }

    /** Where the child was admitted last. */
    public Visit last() {
        return visits.getLast();
    }

    public Instant startedAt() {
        return Objects.requireNonNull(first().admittedAt());
    }

    public LocalDate startedOn() {
        return EnglandsDays.dayOf(startedAt());
    }

    /** When the child left for good; absent while some setting has a bed for it, or it is on its way to another hospital. */
    public Optional<Instant> endedAt() {
        if (visits.stream().anyMatch(it -> it.endedAt() == null)) {
            return Optional.empty();
        }
        Visit lastToEnd = visits.stream()
                .max(Comparator.comparing((Visit it) -> Objects.requireNonNull(it.endedAt())))
                .orElseThrow();
        return lastToEnd.toAnotherHospital() ? Optional.empty() : Optional.ofNullable(lastToEnd.endedAt());
    }

    public Optional<LocalDate> endedOn() {
        return endedAt().map(EnglandsDays::dayOf);
    }

    /** Whether the child left before a day for another hospital, of which nothing was heard. */
    public boolean isLostSince(LocalDate day) {
        return endedAt().isEmpty()
                && visits.stream().allMatch(it -> {
                    Instant end = it.endedAt();
                    return end != null && EnglandsDays.dayOf(end).isBefore(day);
                });
    }

    public @Nullable LocalDate expectedUntil() {
        return last().expectedUntil();
    }

    /** Whether it is expected now to last so long. */
    public boolean isLikely(int days) {
        LocalDate until = expectedUntil();
        return until != null && !until.isBefore(startedOn().plusDays(days));
    }

    /** When it was first written down that the stay would last so long, whatever was said later; absent where nobody did. */
    public Optional<Instant> likelySince(int days) {
        Optional<Instant> said =
                visits.stream().map(Visit::likelySince).filter(Objects::nonNull).min(Comparator.naturalOrder());
        return said.isEmpty() && isLikely(days) ? Optional.ofNullable(last().admittedAt()) : said;
    }

    public @Nullable Setting setting() {
        return last().setting();
    }

    /** Immediately before the stay: what the first setting said of it, corrected by itself, else the next. */
    public @Nullable Residence residence() {
        return visits.stream()
                .map(Visit::residence)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public Set<String> legalStatuses() {
        Set<String> all = new TreeSet<>();
        visits.forEach(it -> all.addAll(it.legalStatuses()));
        return all;
    }

    public @Nullable Instant dischargePlannedFor() {
        return last().dischargePlannedFor();
    }

    public PartnerId partner() {
        return last().partner();
    }

    @Override
    public String toString() {
        return "Stay" + visits;
    }
}

package org.partnerhub.consent.sample.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.sample.Checklist;
import org.partnerhub.consent.sample.Drawn;
import org.partnerhub.consent.sample.Sample;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.consent.sample.SampleTerms;
import org.partnerhub.contracts.schema.Violation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws samples: each with its entry in the log, and one under every person whose entries are about to be seen. */
@Component
public class SampleBook {

    private static final Set<String> KINDS =
            Arrays.stream(EntryKind.values()).map(EntryKind::code).collect(Collectors.toUnmodifiableSet());

    private final SampleDraw draw;
    private final Samples samples;
    private final DisclosureLog log;
    private final Checklist checklist;
    private final Clock clock;

    SampleBook(SampleDraw draw, Samples samples, DisclosureLog log, Checklist checklist, Clock clock) {
        this.draw = draw;
        this.samples = samples;
        this.log = log;
        this.checklist = checklist;
        this.clock = clock;
    }

    @Transactional
    public Drawn draw(SampleTerms terms, String reason, String officer) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Violation> violations = terms.violations(now, KINDS);
        if (!violations.isEmpty()) {
            return new Drawn.Nonsense(violations);
        }
        long logSize = draw.logSize();
        List<SampleDraw.Ball> balls = draw.draw(terms, logSize);
        if (balls.isEmpty()) {
            return new Drawn.Nonsense(List.of(new Violation(
                    "/filter",
                    "No entry of this period passes the filter; choose a longer period or a wider filter.")));
        }
        Sample sample = new Sample(
                SampleId.fresh(),
                terms,
                reason,
                officer,
                now,
                logSize,
                draw.population(terms, logSize),
                balls.size(),
                checklist);
        samples.add(sample);
        samples.add(sample.id(), balls);
        note(sample, balls);
        return new Drawn.Done(sample);
    }

    private void note(Sample sample, List<SampleDraw.Ball> balls) {
        log.append(entry(sample));
        balls.stream()
                .map(SampleDraw.Ball::subject)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(person -> log.append(EntryDraft.of(EntryKind.OFFICER_LOOKED)
                        .with("officer", sample.drawnBy())
                        .with("kind-of-look", "sample")
                        .with("reason", sample.reason())
                        .with(EntryDraft.SUBJECT, person)
                        .with(EntryDraft.SOURCE, sample.id().reference())));
    }

    private static EntryDraft entry(Sample sample) {
        SampleTerms terms = sample.terms();
        LogFilter filter = terms.filter();
        return EntryDraft.of(EntryKind.SAMPLE_DRAWN)
                .with(EntryDraft.SOURCE, sample.id().reference())
                .with("officer", sample.drawnBy())
                .with("reason", sample.reason())
                .with("seed", terms.seed())
                .with("size", terms.size())
                .with("drawn", sample.drawn())
                .with("population", sample.population())
                .with("log-size", sample.logSize())
                .with("from", terms.from())
                .with("until", terms.until())
                .with("kinds", filter.kinds().stream())
                .with("recipient", filter.recipient())
                .with("purpose", filter.purpose())
                .with("ground", filter.ground())
                .with("outcome", filter.outcome())
                .with(
                        "category",
                        filter.category() == null ? null : filter.category().code());
    }
}

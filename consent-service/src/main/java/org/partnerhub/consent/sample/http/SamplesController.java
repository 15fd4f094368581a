package org.partnerhub.consent.sample.http;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.store.LogReader;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.sample.Drawn;
import org.partnerhub.consent.sample.Finding;
import org.partnerhub.consent.sample.Sample;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.consent.sample.SampleSummary;
import org.partnerhub.consent.sample.SampleTerms;
import org.partnerhub.consent.sample.SampledEntry;
import org.partnerhub.consent.sample.store.SampleBook;
import org.partnerhub.consent.sample.store.SampleFindings;
import org.partnerhub.consent.sample.store.Samples;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officers draw samples and read them. A look is an entry itself, committed before anything is read. */
@RestController
class SamplesController {

    private static final int LONGEST_PAGE = 200;

    private final SampleBook book;
    private final Samples samples;
    private final SampleFindings findings;
    private final LogReader log;
    private final OfficerLooks looks;

    SamplesController(SampleBook book, Samples samples, SampleFindings findings, LogReader log, OfficerLooks looks) {
        this.book = book;
        this.samples = samples;
        this.findings = findings;
        this.log = log;
        this.looks = looks;
    }

    @PostMapping("/log/samples")
    ResponseEntity<Object> draw(@RequestBody byte[] body, Caller officer) {
        Body sent = JsonBodies.read(body, "log-sample", Body.class);
        looks.note(look(officer, "sample-draw").with("reason", sent.reason()));
        return switch (book.draw(sent.terms(), sent.reason(), officer.subject())) {
            case Drawn.Done(var sample) ->
                ResponseEntity.created(URI.create("/log/samples/" + sample.id()))
                        .body(whole(sample));
            case Drawn.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    @GetMapping("/log/samples")
    ResponseEntity<Object> list(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Caller officer) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new BadInput("/limit", "Write a limit from 1 to " + LONGEST_PAGE + ".");
        }
        looks.note(look(officer, "samples"));
        List<Sample> found = samples.page(after == null ? null : new SampleId(after), limit + 1);
        List<Sample> page = found.subList(0, Math.min(limit, found.size()));
        var latest = findings.latest(page.stream().map(Sample::id).toList());
        return ResponseEntity.ok(new Page(
                page.stream()
                        .map(it -> SampleAnswer.of(
                                it,
                                SampleSummary.of(
                                        it,
                                        latest.getOrDefault(it.id(), Map.of()).values()),
                                null))
                        .toList(),
                found.size() > limit ? page.getLast().id() : null));
    }

    @GetMapping("/log/samples/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller officer) {
        SampleId sample = new SampleId(id);
        looks.note(look(officer, "sample").with(EntryDraft.SOURCE, sample.reference()));
        return samples.find(sample)
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok(whole(it)))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND, "not-found", "There is no sample of this id; see the list of samples."));
    }

    private SampleAnswer whole(Sample sample) {
        Map<Long, UUID> drawn = samples.entries(sample.id());
        Map<Long, Finding> found = findings.latest(sample.id());
        Map<UUID, FoundEntry> entries =
                log.among(drawn.values()).stream().collect(Collectors.toMap(FoundEntry::id, Function.identity()));
        List<SampledEntry> sampled = drawn.entrySet().stream()
                .map(it -> new SampledEntry(
                        it.getKey(), Objects.requireNonNull(entries.get(it.getValue())), found.get(it.getKey())))
                .toList();
        return SampleAnswer.of(sample, SampleSummary.of(sample, found.values()), sampled);
    }

    private static EntryDraft look(Caller officer, String kind) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", kind);
    }

    private record Page(List<SampleAnswer> items, @Nullable SampleId next) {}

    private record Filter(
            @Nullable List<String> kinds,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String ground,
            @Nullable String outcome,
            @Nullable Category category) {}

    private record Body(
            String reason,
            int size,
            LocalDate from,
            LocalDate until,
            @Nullable Filter filter,
            @Nullable String seed) {
        SampleTerms terms() {
            LogFilter among = filter == null
                    ? LogFilter.everything()
                    : LogFilter.of(
                            filter.kinds(),
                            filter.recipient(),
                            filter.purpose(),
                            filter.ground(),
                            filter.outcome(),
                            filter.category());
            return SampleTerms.of(size, from, until, among, seed);
        }
    }
}

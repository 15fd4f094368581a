package org.partnerhub.consent.log.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.Period;
import org.partnerhub.consent.log.store.LogList;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.log.store.PartExporter;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The log of a period, filtered: page by page, all of it as a table, or as a part of the log that can be verified. Each call is a look, noted first. */
@RestController
class ListingsController {

    private static final int USUAL_PAGE = 50;
    private static final Set<String> KINDS =
            Arrays.stream(EntryKind.values()).map(EntryKind::code).collect(Collectors.toUnmodifiableSet());

    private final OfficerLooks looks;
    private final LogList list;
    private final PartExporter parts;
    private final Clock clock;

    ListingsController(OfficerLooks looks, LogList list, PartExporter parts, Clock clock) {
        this.looks = looks;
        this.list = list;
        this.parts = parts;
        this.clock = clock;
    }

    @PostMapping(path = "/log/listings", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> page(@RequestBody byte[] body, Caller officer) {
        Listing asked = asked(body, officer, "listing");
        int limit = asked.limit() == null ? USUAL_PAGE : asked.limit();
        List<FoundEntry> found = list.page(asked.period(), asked.among(), asked.before(), limit + 1);
        List<FoundEntry> page = found.subList(0, Math.min(limit, found.size()));
        return ResponseEntity.ok(
                new Page(page, found.size() > limit ? page.getLast().id() : null));
    }

    @PostMapping(path = "/log/listings", produces = CsvListing.MEDIA_TYPE)
    void table(@RequestBody byte[] body, Caller officer, HttpServletResponse answer) throws IOException {
        Listing asked = asked(body, officer, "listing-table");
        answer.setContentType(CsvListing.MEDIA_TYPE + ";charset=UTF-8");
        answer.setHeader("Content-Disposition", "attachment; filename=\"disclosures.csv\"");
        CsvListing table = CsvListing.into(answer.getWriter());
        list.each(asked.period(), asked.among(), table::line);
    }

    @PostMapping(path = "/log/listings", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void part(@RequestBody byte[] body, Caller officer, HttpServletResponse answer) throws IOException {
        Listing asked = asked(body, officer, "listing-export");
        answer.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        answer.setHeader("Content-Disposition", "attachment; filename=\"disclosures.ndjson\"");
        parts.write(asked.period(), asked.among(), answer.getOutputStream());
    }

    private Listing asked(byte[] body, Caller officer, String kindOfLook) {
        Listing asked = JsonBodies.read(body, "log-listing", Listing.class);
        List<Violation> violations = new ArrayList<>(asked.period().violations(clock.instant()));
        if (!KINDS.containsAll(asked.among().kinds())) {
            violations.add(new Violation("/filter/kinds", "Name kinds of entry as docs/audit-events.md lists them."));
        }
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        looks.note(look(asked, officer, kindOfLook));
        return asked;
    }

    private static EntryDraft look(Listing asked, Caller officer, String kindOfLook) {
        LogFilter among = asked.among();
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", kindOfLook)
                .with("reason", asked.reason())
                .with("from", asked.from())
                .with("until", asked.until())
                .with("kinds", among.kinds().stream())
                .with("recipient", among.recipient())
                .with("purpose", among.purpose())
                .with("ground", among.ground())
                .with("outcome", among.outcome())
                .with(
                        "category",
                        among.category() == null ? null : among.category().code());
    }

    private record Filter(
            @Nullable List<String> kinds,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String ground,
            @Nullable String outcome,
            @Nullable Category category) {}

    private record Listing(
            String reason,
            LocalDate from,
            LocalDate until,
            @Nullable Filter filter,
            @Nullable UUID before,
            @Nullable Integer limit) {
        Period period() {
            return new Period(from, until);
        }

        LogFilter among() {
            return filter == null
                    ? LogFilter.everything()
                    : LogFilter.of(
                            filter.kinds(),
                            filter.recipient(),
                            filter.purpose(),
                            filter.ground(),
                            filter.outcome(),
                            filter.category());
        }
    }

    private record Page(List<FoundEntry> items, @Nullable UUID next) {}
}

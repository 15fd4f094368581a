package org.partnerhub.referral.report;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.story.Measure;
import org.partnerhub.referral.story.Measure.Change;

/**
 * Works out what was open and what was closed, with which progress, and who came back.
 *
 * @param measures of each child
 * @param referred when each child was referred to early help or stepped up
 * @param areaOf the authority that a GSS code means
 */
public record Caseload(
        List<Case> cases,
        Map<UUID, List<Measure>> measures,
        Map<UUID, NavigableSet<Instant>> referred,
        Families families,
        Function<@Nullable String, String> areaOf) {

    /** Within which a return counts as a re-referral (the strategy's overarching measure). */
    private static final int RE_REFERRAL_MONTHS = 24;

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    public Caseload {
        cases = List.copyOf(cases);
    }

    /** Whoever counts in a month. */
    public List<Counted> in(YearMonth month) {
        Instant begin = month.atDay(1).atStartOfDay(ENGLAND).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ENGLAND).toInstant();
        List<Counted> counted = new ArrayList<>();
        List<Case> closed = new ArrayList<>();
        for (Case it : cases) {
            Instant ended = it.endedAt();
            if (it.openedAt().isBefore(end) && (ended == null || !ended.isBefore(end))) {
                counted.add(counted(month, Figure.OPEN, it));
            }
            if (it.completed() && ended != null && !ended.isBefore(begin) && ended.isBefore(end)) {
                closed.add(it);
            }
        }
        counted.addAll(closed(month, closed));
        return counted;
    }

    /** A family got on as its children did together, and came back where one of them did: so each is in one part alone. */
    private List<Counted> closed(YearMonth month, List<Case> closed) {
        Map<UUID, Change> progress = new HashMap<>();
        Map<UUID, Boolean> back = new HashMap<>();
        for (Case it : closed) {
            UUID family = families.of(it.child());
            progress.merge(family, change(it), Caseload::together);
            back.merge(family, cameBack(it), Boolean::logicalOr);
        }
        List<Counted> counted = new ArrayList<>();
        for (Case it : closed) {
            UUID family = families.of(it.child());
            counted.add(counted(month, Figure.CLOSED, it));
            counted.add(counted(month, Figure.of(progress.getOrDefault(family, Change.NOT_MEASURED)), it));
            counted.add(
                    counted(month, back.getOrDefault(family, false) ? Figure.RE_REFERRED : Figure.NOT_RE_REFERRED, it));
        }
        return counted;
    }

    private static Change together(Change one, Change other) {
        List<Change> worstFirst = List.of(Change.NEGATIVE, Change.POSITIVE, Change.NONE, Change.NOT_MEASURED);
        return worstFirst.indexOf(one) <= worstFirst.indexOf(other) ? one : other;
    }

    private Change change(Case it) {
        Instant ended = it.endedAt();
        return Change.over(measures.getOrDefault(it.child(), List.of()).stream()
                .filter(measure -> ended == null
                        || !measure.takenOn().isAfter(ended.atZone(ENGLAND).toLocalDate()))
                .toList());
    }

    private boolean cameBack(Case it) {
        Instant ended = it.endedAt();
        if (ended == null) {
            return false;
        }
        Instant next = referred.getOrDefault(it.child(), new TreeSet<>()).higher(ended);
        Instant last = ended.atZone(ENGLAND).plusMonths(RE_REFERRAL_MONTHS).toInstant();
        return next != null && !next.isAfter(last);
    }

    private Counted counted(YearMonth month, Figure figure, Case it) {
        return new Counted(
                month, figure, it.child(), families.of(it.child()), areaOf.apply(it.authority()), it.agency());
    }
}

package org.partnerhub.consent.rights.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.rights.Handled;
import org.partnerhub.consent.rights.Outcome;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RequestKind;
import org.partnerhub.consent.rights.RightsRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests, extends and answers them: each with its entry in the log, which names nobody who asked. */
@Component
public class RequestBook {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Requests requests;
    private final DisclosureLog log;
    private final Clock clock;

    RequestBook(Requests requests, DisclosureLog log, Clock clock) {
        this.requests = requests;
        this.log = log;
        this.clock = clock;
    }

    /** Today in England. */
    public LocalDate today() {
        return clock.instant().atZone(ENGLAND).toLocalDate();
    }

    /** Now, as precisely as it is kept. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Transactional
    public void take(RightsRequest request) {
        requests.add(request);
        log.append(entry(EntryKind.REQUEST_RECEIVED, request, request.recordedBy())
                .with("kind-of-request", request.kind().code())
                .with("capacity", request.asker().capacity().code())
                .with("received", request.received())
                .with("due", request.due()));
    }

    /** Gives it two months more, once, while the first lasts. */
    @Transactional
    public Handled extend(RequestId id, int version, String because, String officer) {
        Optional<RightsRequest> found = requests.find(id);
        if (found.isPresent() && !found.get().canBeExtended(today())) {
            return Handled.Nonsense.of(
                    "", "It is extended once, while its first month lasts; answer it as soon as you can.");
        }
        return change(id, version, officer, EntryKind.REQUEST_EXTENDED, because, it -> it.extended(because));
    }

    /** Answers it in words; what somebody asks to see is answered by a pack. */
    @Transactional
    public Handled answer(RequestId id, int version, Outcome outcome, String words, String officer) {
        boolean needsPack = outcome == Outcome.DONE || outcome == Outcome.PARTLY;
        if (needsPack
                && requests.find(id)
                        .filter(it -> it.kind() == RequestKind.ACCESS)
                        .isPresent()) {
            return Handled.Nonsense.of("/outcome", "A request for access is answered by making its pack.");
        }
        return answerWithPack(id, version, outcome, words, officer);
    }

    /** The same for whoever has just made the pack. */
    @Transactional
    public Handled answerWithPack(RequestId id, int version, Outcome outcome, String words, String officer) {
        RightsRequest.Answer answer = new RightsRequest.Answer(outcome, words, officer, now());
        return change(id, version, officer, EntryKind.REQUEST_ANSWERED, null, found -> found.answered(answer));
    }

    private Handled change(
            RequestId id,
            int version,
            String officer,
            EntryKind kind,
            @Nullable String reason,
            UnaryOperator<RightsRequest> how) {
        Optional<RightsRequest> found = requests.find(id);
        if (found.isEmpty()) {
            return new Handled.NotFound();
        }
        if (!found.get().isOpen()) {
            return new Handled.Closed();
        }
        RightsRequest next = how.apply(found.get());
        if (found.get().version() != version || !requests.change(next)) {
            return new Handled.ChangedMeanwhile();
        }
        log.append(entry(kind, next, officer)
                .with("due", next.due())
                .with(
                        "outcome",
                        next.answer() == null ? null : next.answer().outcome().code())
                .with("reason", reason));
        return new Handled.Done(next);
    }

    static EntryDraft entry(EntryKind kind, RightsRequest request, String officer) {
        return EntryDraft.of(kind)
                .with(EntryDraft.SUBJECT, request.person())
                .with(EntryDraft.SOURCE, request.id().reference())
                .with("officer", officer);
    }
}

package org.partnerhub.consent.decision.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.store.Agreements;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.permit.Permit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides, appends the decision to the log and opens its permit, all in one transaction. */
@Component
class Decisions {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final Agreements agreements;
    private final Permits permits;
    private final DisclosureLog log;
    private final Clock clock;

    Decisions(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            Agreements agreements,
            Permits permits,
            DisclosureLog log,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.agreements = agreements;
        this.permits = permits;
        this.log = log;
        this.clock = clock;
    }

    Decision decide(Question question, boolean protectedWhereabouts, LogStamp stamp) {
        return Objects.requireNonNull(transaction.execute(status -> decideNow(question, protectedWhereabouts, stamp)));
    }

    /** Only what rests on consent is serialised with withdrawals and reads the person's consents. */
    private Decision decideNow(Question question, boolean protectedWhereabouts, LogStamp stamp) {
        ConsentsOfSubject given = new ConsentsOfSubject(List.of());
        List<Agreement> agreed = List.of();
        if (question.restsOnConsent()) {
            lock.share(question.request().subject());
            given = consents.of(question.request().subject());
            agreed = agreements.with(question.partners());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = now.atZone(ConsentRecord.ENGLAND).toLocalDate();
        Verdict verdict = question.decide(agreed, given, protectedWhereabouts, today);
        DecisionId id = DecisionId.fresh();
        log.append(DecisionEntry.of(id, question, verdict, stamp));
        if (verdict.outcome() == Outcome.REFUSE) {
            return new Decision(id, verdict, null, now);
        }
        Permit permit = permit(id, question, verdict, now);
        permits.open(permit, verdict.consents(), now);
        return new Decision(id, verdict, permit, now);
    }

    /** The token counts in whole seconds, so the permit ends on one. */
    private static Permit permit(DecisionId id, Question question, Verdict verdict, Instant now) {
        DecisionRequest request = question.request();
        PurposePolicy purpose = Objects.requireNonNull(question.purpose());
        return new Permit(
                UUID.randomUUID(),
                request.subject(),
                request.recipient(),
                request.delivery(),
                request.attempt(),
                request.purpose(),
                verdict.permitted(),
                purpose.ground(),
                id,
                now.plusSeconds(Permit.LIFETIME_SECONDS).truncatedTo(ChronoUnit.SECONDS));
    }
}

package org.partnerhub.consent.decision.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.decision.Evidence;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.consent.person.store.PersonLock;
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
    private final EvidenceReader records;
    private final Permits permits;
    private final OverrideUses uses;
    private final DisclosureLog log;
    private final Clock clock;

    Decisions(
            TransactionTemplate transaction,
            PersonLock lock,
            EvidenceReader records,
            Permits permits,
            OverrideUses uses,
            DisclosureLog log,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.records = records;
        this.permits = permits;
        this.uses = uses;
        this.log = log;
        this.clock = clock;
    }

    Decision decide(Question question, boolean protectedWhereabouts, LogStamp stamp) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Evidence evidence = evidence(question, protectedWhereabouts);
            return record(question, question.decide(evidence), evidence.now(), stamp);
        }));
    }

    /** Only what an override for a life at risk lets go; absent, and not in the log, where none does. */
    Optional<Decision> decideForALife(Question question, boolean protectedWhereabouts, LogStamp stamp) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Evidence evidence = evidence(question, protectedWhereabouts).forALife();
            Verdict verdict = question.decide(evidence);
            return verdict.outcome() == Outcome.REFUSE
                    ? Optional.<Decision>empty()
                    : Optional.of(record(question, verdict, evidence.now(), stamp));
        }));
    }

    /** Only what rests on consent is serialised with withdrawals and reads the person's consents. */
    private Evidence evidence(Question question, boolean protectedWhereabouts) {
        if (question.restsOnConsent() || protectedWhereabouts) {
            lock.share(question.request().subject());
        }
        return records.read(question, protectedWhereabouts, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Decision record(Question question, Verdict verdict, Instant now, LogStamp stamp) {
        DecisionId id = DecisionId.fresh();
        log.append(DecisionEntry.of(id, question, verdict, stamp));
        if (verdict.outcome() == Outcome.REFUSE) {
            return new Decision(id, verdict, null, now);
        }
        Permit permit = permit(id, question, verdict, now);
        permits.open(permit, verdict.reliance().consents(), now);
        uses.note(id, question, verdict, now);
        return new Decision(id, verdict, permit, now);
    }

    /** The token counts in whole seconds, so the permit ends on one. */
    private static Permit permit(DecisionId id, Question question, Verdict verdict, Instant now) {
        DecisionRequest request = question.request();
        return new Permit(
                UUID.randomUUID(),
                request.subject(),
                request.recipient(),
                request.delivery(),
                request.attempt(),
                request.purpose(),
                verdict.permitted(),
                Objects.requireNonNull(verdict.reliance().ground()),
                id,
                now.plusSeconds(Permit.LIFETIME_SECONDS).truncatedTo(ChronoUnit.SECONDS));
    }
}

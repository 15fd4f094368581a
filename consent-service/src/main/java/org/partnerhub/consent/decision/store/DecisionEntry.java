package org.partnerhub.consent.decision.store;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.DecisionId;

/** The log's entry about a decision; its fields are listed in docs/audit-events.md. */
final class DecisionEntry {

    private DecisionEntry() {}

    static EntryDraft of(DecisionId id, Question question, Verdict verdict, LogStamp stamp) {
        DecisionRequest request = question.request();
        boolean refused = verdict.outcome() == Outcome.REFUSE;
        return EntryDraft.of(id.value(), refused ? EntryKind.REFUSAL : EntryKind.DECISION)
                .with(EntryDraft.SUBJECT, request.subject())
                .with(EntryDraft.SOURCE, request.source())
                .with("recipient", request.recipient())
                .with("purpose", request.purpose())
                .with("delivery", request.delivery())
                .with("attempt", request.attempt())
                .with("requester", request.requester())
                .with("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT))
                .with("permitted", categories(verdict, CategoryAnswer::permitted))
                .with("withheld", categories(verdict, it -> !it.permitted()))
                .with("rules", verdict.rules().stream())
                .with("ground", refused ? null : ground(question))
                .with("relied-on", refused ? null : reliedOn(question, verdict))
                .with("policy", stamp.policyVersion())
                .with("sequencing", stamp.sequencing());
    }

    /** The consents, or the Act and section. */
    static @Nullable String reliedOn(Question question, Verdict verdict) {
        PurposePolicy purpose = question.purpose();
        if (purpose == null) {
            return null;
        }
        return purpose.restsOnConsent()
                ? String.join(
                        " ", verdict.consents().stream().map(Object::toString).toList())
                : purpose.authority();
    }

    private static @Nullable String ground(Question question) {
        PurposePolicy purpose = question.purpose();
        return purpose == null ? null : purpose.ground().code();
    }

    private static Stream<String> categories(Verdict verdict, Predicate<CategoryAnswer> which) {
        return verdict.categories().stream()
                .filter(which)
                .map(it -> it.category().code());
    }
}

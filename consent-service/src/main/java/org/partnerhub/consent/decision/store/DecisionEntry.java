package org.partnerhub.consent.decision.store;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Reliance;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.DecisionId;

/** The log's entry about a decision; its fields are listed in docs/audit-events.md. */
final class DecisionEntry {

    private DecisionEntry() {}

    static EntryDraft of(DecisionId id, Question question, Verdict verdict, LogStamp stamp) {
        DecisionRequest request = question.request();
        Reliance reliance = verdict.reliance();
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
                .with(
                        "ground",
                        reliance.ground() == null ? null : reliance.ground().code())
                .with("relied-on", refused ? null : reliance.words())
                .with("agreements", codes(reliance.agreements().stream().map(Agreement::reference)))
                .with(
                        "releases",
                        codes(reliance.releases().stream().map(it -> it.id().toString())))
                .with("policy", stamp.policyVersion())
                .with("sequencing", stamp.sequencing());
    }

    /** Absent where there are none. */
    private static @Nullable String codes(Stream<String> codes) {
        String listed = codes.sorted().collect(Collectors.joining(" "));
        return listed.isEmpty() ? null : listed;
    }

    private static Stream<String> categories(Verdict verdict, Predicate<CategoryAnswer> which) {
        return verdict.categories().stream()
                .filter(which)
                .map(it -> it.category().code());
    }
}

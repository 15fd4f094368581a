package org.partnerhub.consent.decision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * Who could be told what about a person at one moment, and under which record. Nothing was decided.
 *
 * @param rows for each purpose the places that it goes to, with every category that it ever carries
 * @param more whether there are more rows than are shown
 */
public record Explained(
        PersonId person, Instant at, boolean protectedWhereabouts, String policyVersion, List<Row> rows, boolean more) {

    public Explained {
        rows = List.copyOf(rows);
    }

    /**
     * One place and purpose.
     *
     * @param missing what would help, where nothing could go
     */
    public record Row(
            Purpose purpose,
            RecipientId recipient,
            Outcome outcome,
            @Nullable Missing missing,
            List<CategoryAnswer> categories) {

        static Row of(Question question, Verdict verdict) {
            return new Row(
                    question.request().purpose(),
                    question.request().recipient(),
                    verdict.outcome(),
                    verdict.missing(),
                    verdict.categories());
        }

        public Row {
            categories = List.copyOf(categories);
        }
    }

    /** The row of a question. */
    public static Row row(Question question, Evidence evidence) {
        return Row.of(question, question.decide(evidence));
    }
}

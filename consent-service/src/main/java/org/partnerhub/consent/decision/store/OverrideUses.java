package org.partnerhub.consent.decision.store;

import java.time.Instant;
import java.util.List;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.override.store.Overrides;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.springframework.stereotype.Component;

/** Notes what each override let go, for whoever reviews it. */
@Component
class OverrideUses {

    private final Overrides overrides;

    OverrideUses(Overrides overrides) {
        this.overrides = overrides;
    }

    /** In the decision's transaction. */
    void note(DecisionId decision, Question question, Verdict verdict, Instant now) {
        for (OverrideRecord override : verdict.reliance().overrides()) {
            List<Category> let = verdict.categories().stream()
                    .filter(it -> it.reliedOn().contains("override/" + override.id()))
                    .map(CategoryAnswer::category)
                    .toList();
            overrides.use(override, decision, question.request().recipient(), let, now);
        }
    }
}

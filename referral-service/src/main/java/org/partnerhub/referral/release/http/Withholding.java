package org.partnerhub.referral.release.http;

import java.util.List;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.CategoryAnswer.Reason;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;

/** What was left out and why, in words. */
final class Withholding {

    private Withholding() {}

    static List<Withheld> of(DecisionAnswer decided) {
        return decided.categories().stream()
                .filter(category -> !category.permitted())
                .map(Withholding::withheld)
                .toList();
    }

    private static Withheld withheld(CategoryAnswer category) {
        return new Withheld(
                category.category(),
                category.reasons().stream().map(Reason::words).toList());
    }

    /** What to do next where nothing may be told; the same whether or not the person is known. */
    static String sentence(Missing missing) {
        return switch (missing) {
            case CONSENT ->
                "What is missing is a consent that covers this purpose and recipient; record one, then ask again.";
            case AGREEMENT ->
                "What is missing is an information sharing agreement in force for this purpose; ask the hub's governance"
                        + " officers.";
            case RELEASE -> "A named person has to release it first; ask the hub's governance officers.";
            case NOTHING -> "This purpose never allows it.";
        };
    }
}

package org.partnerhub.consent.decision;

import java.util.function.BiPredicate;
import org.partnerhub.contracts.decision.CategoryAnswer.Reason;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.sharing.Category;

/**
 * A rule about one category of information.
 *
 * @param name stable, as it is answered and logged
 * @param words what a parent could be told
 * @param missing what would help
 */
record CategoryRule(String name, String words, Missing missing, BiPredicate<Situation, Category> withholds) {

    Reason reason() {
        return new Reason(name, words);
    }
}

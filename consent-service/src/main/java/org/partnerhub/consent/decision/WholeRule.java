package org.partnerhub.consent.decision;

import java.util.function.Predicate;
import org.partnerhub.contracts.decision.CategoryAnswer.Reason;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;

/**
 * A rule about the disclosure as a whole: what it withholds, it withholds wholly.
 *
 * @param name stable, as it is answered and logged
 * @param words what a parent could be told
 * @param missing what would help
 */
record WholeRule(String name, String words, Missing missing, Predicate<Situation> withholds) {

    Reason reason() {
        return new Reason(name, words);
    }
}

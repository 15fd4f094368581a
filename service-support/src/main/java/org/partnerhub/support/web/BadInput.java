package org.partnerhub.support.web;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What was sent does not fit; answered with 400 and a pointer to each field. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public BadInput(List<Violation> violations) {
        super("The input does not fit in " + violations.size() + " places.");
        this.violations = List.copyOf(violations);
    }

    public BadInput(String pointer, String remedy) {
        this(List.of(new Violation(pointer, remedy)));
    }

    public List<Violation> violations() {
        return violations;
    }
}

package org.partnerhub.contracts.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file cannot be used; a service that needs it refuses to start. */
public final class PolicyUnusable extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<PolicyProblem> problems;

    public PolicyUnusable(List<PolicyProblem> problems) {
        super(problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<PolicyProblem> problems() {
        return problems;
    }
}

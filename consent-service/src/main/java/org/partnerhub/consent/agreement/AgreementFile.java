package org.partnerhub.consent.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyProblem;
import org.partnerhub.contracts.policy.PolicyUnusable;
import tools.jackson.core.JsonPointer;

/** The agreements of the demonstration, as policy/agreements.yml writes them. */
public record AgreementFile(@JsonProperty(required = true) List<Agreement> agreements) {

    public AgreementFile {
        agreements = List.copyOf(agreements);
    }

    /**
     * The agreements of a file.
     *
     * @throws PolicyUnusable naming each line that does not make sense and what to write instead
     */
    public static List<Agreement> of(PolicyFile file) {
        List<Agreement> agreements = file.as(AgreementFile.class).agreements();
        List<PolicyProblem> problems = new ArrayList<>();
        for (int i = 0; i < agreements.size(); i++) {
            if (agreements.get(i).until().isBefore(agreements.get(i).from())) {
                problems.add(file.problem(
                        JsonPointer.compile("/agreements/" + i + "/until"),
                        "Write an end that is not before the start."));
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyUnusable(problems);
        }
        return agreements;
    }
}

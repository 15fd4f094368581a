package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyProblem;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import tools.jackson.core.JsonPointer;

/** policy/pathways.yml as it is written. */
record PathwaysFile(
        List<Areas.Area> areas,
        @JsonProperty("hears-at") Map<String, RecipientId> hearsAt,
        @JsonProperty("by-district") Map<String, List<ByDistrict>> byDistrict,
        Map<String, Hours> hours,
        List<Gate> gates,
        Map<String, Set<Category>> tells,
        @JsonProperty("tells-only-what-came-with-it") Set<Purpose> tellsOnlyItself,
        @JsonProperty("cannot-wait-for-the-area") Set<Purpose> cannotWait,
        List<Pathway> pathways) {

    /**
     * Reads the file.
     *
     * @throws PolicyUnusable where a purpose could fall through, a name is taken twice or a row names what is not there
     */
    static PathwaysFile of(PolicyFile policy) {
        PathwaysFile file = policy.as(PathwaysFile.class);
        List<PolicyProblem> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < file.pathways().size(); i++) {
            JsonPointer at = JsonPointer.compile("/pathways/" + i);
            file.remedies(file.pathways().get(i), names).forEach(remedy -> problems.add(policy.problem(at, remedy)));
        }
        for (Purpose purpose : file.withoutLastRow()) {
            problems.add(policy.problem(
                    JsonPointer.compile("/pathways"),
                    "Write a last row for '" + purpose.value()
                            + "' with no other condition: an ask must not fall through."));
        }
        if (!problems.isEmpty()) {
            throw new PolicyUnusable(problems);
        }
        return file;
    }

    private List<String> remedies(Pathway row, Set<String> names) {
        List<String> remedies = new ArrayList<>();
        if (!names.add(row.name())) {
            remedies.add("The name '" + row.name() + "' is taken; give the row another.");
        }
        String open = row.when().open();
        if (open != null && !hours.containsKey(open)) {
            remedies.add("'open' must name one of 'hours'.");
        }
        if (!row.when().purpose().stream().allMatch(it -> tells.containsKey(it.value()))) {
            remedies.add("Say under 'tells' what each purpose of the pathway '" + row.name() + "' tells.");
        }
        if (row.to() instanceof Destination.Role(String role, Destination.Of of)
                && of == Destination.Of.CHILDS_DISTRICT
                && !byDistrict.containsKey(role)) {
            remedies.add(
                    "List under 'by-district' which recipient with the role '" + role + "' serves which district.");
        }
        return remedies;
    }

    private List<Purpose> withoutLastRow() {
        Set<Purpose> taken = pathways.stream()
                .filter(row -> row.when().takesTheRest())
                .flatMap(row -> row.when().purpose().stream())
                .collect(Collectors.toSet());
        return pathways.stream()
                .flatMap(row -> row.when().purpose().stream())
                .distinct()
                .filter(purpose -> !taken.contains(purpose))
                .toList();
    }
}

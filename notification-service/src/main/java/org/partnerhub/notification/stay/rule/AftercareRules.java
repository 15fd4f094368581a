package org.partnerhub.notification.stay.rule;

import java.util.List;
import java.util.Set;

/**
 * Which detentions carry the duty of aftercare: Mental Health Act 1983 s.117(1). Once in the stay is enough, even if the person is
 * informal or 18 when leaving.
 */
final class AftercareRules {

    /** A section and its codes in LegalStatusClassificationEngland. */
    record Duty(String section, String words, Set<String> codes) {}

    static final List<Duty> LIST = List.of(
            new Duty("3", "Admitted for treatment.", Set.of("03")),
            new Duty("37", "Hospital order, with restrictions under s.41 or without.", Set.of("09", "10")),
            new Duty("45A", "Hospital direction, the limitation direction in force or ended.", Set.of("37", "38")),
            new Duty("47", "Removed from prison, with restrictions under s.49 or without.", Set.of("15", "16")),
            new Duty("48", "Removed on remand, with restrictions under s.49 or without.", Set.of("17", "18")));

    private AftercareRules() {}

    /** The detentions in the stay that carry the duty; none: sections 2, 4, 5, 35, 36, 38, 135 and 136 alone do not. */
    static List<Duty> of(Situation situation) {
        Set<String> statuses = situation.stay().legalStatuses();
        return LIST.stream()
                .filter(it -> it.codes().stream().anyMatch(statuses::contains))
                .toList();
    }
}

package org.partnerhub.notification.delivery;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;

/** The purposes that have to arrive whatever their age: a duty under an Act, or a life at risk. */
public record Duties(Set<Purpose> purposes) {

    public Duties {
        purposes = Set.copyOf(purposes);
    }

    /** Those that {@code policy/purposes.yml} gives such a ground. */
    public static Duties of(PolicyFile purposes) {
        return new Duties(purposes.as(PurposesFile.class).purposes().stream()
                .filter(it -> isDuty(it.ground()))
                .map(Entry::id)
                .collect(Collectors.toSet()));
    }

    static boolean isDuty(GroundKind ground) {
        return switch (ground) {
            case STATUTORY_DUTY, VITAL_INTERESTS -> true;
            case EXPLICIT_CONSENT, PUBLIC_TASK, OVERRIDE -> false;
        };
    }

    private record PurposesFile(
            @JsonProperty(required = true) List<Entry> purposes) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(
            @JsonProperty(required = true) Purpose id,
            @JsonProperty(required = true) GroundKind ground) {}
}

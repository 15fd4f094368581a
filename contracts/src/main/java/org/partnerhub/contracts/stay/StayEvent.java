package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a report about a stay says happened, with the trigger events of HL7 v2 table 0003 that say the same. Of two reports that were
 * written down at the same time the one that stands later here counts as the later.
 */
public enum StayEvent {
    PRE_ADMITTED("A05"),
    REGISTERED("A04"),
    ADMITTED("A01"),
    /** Corrects or adds to what was said before. */
    UPDATED("A08"),
    /** About the person and no stay. */
    PERSON_UPDATED("A28 A31"),
    TRANSFERRED("A02"),
    TRANSFER_CANCELLED("A12"),
    WENT_ON_LEAVE("A21"),
    CAME_BACK("A22"),
    DISCHARGE_PLANNED("A16"),
    DISCHARGE_PLAN_CANCELLED("A25"),
    DISCHARGED("A03"),
    DISCHARGE_CANCELLED("A13"),
    ADMISSION_CANCELLED("A11"),
    /** Two of the setting's records are one patient. */
    PATIENTS_MERGED("A40"),
    /** Somebody found out what no message said. */
    ANSWERED("");

    private final String triggers;

    StayEvent(String triggers) {
        this.triggers = triggers;
    }

    /** The event that a trigger event of HL7 v2 means, where the hub takes it. */
    public static Optional<StayEvent> ofTrigger(String trigger) {
        if (trigger.isBlank()) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(it -> Arrays.asList(it.triggers.split(" ", -1)).contains(trigger))
                .findFirst();
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where no event has it
     */
    @JsonCreator
    public static StayEvent of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

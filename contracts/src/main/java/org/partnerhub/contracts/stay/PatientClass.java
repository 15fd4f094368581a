package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In what way somebody is a patient (HL7 v2 table 0004, FHIR's v3-ActCode), as far as it matters for a stay. */
public enum PatientClass {
    /** Has a bed. */
    INPATIENT,
    /** Is expected. */
    PRE_ADMITTED,
    /** Comes and goes: an outpatient, in the emergency department, by telephone. */
    VISITING,
    /** Not said in a way that the hub knows. */
    OTHER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where no class has it
     */
    @JsonCreator
    public static PatientClass of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

package org.partnerhub.contracts.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By what right something is shared. Which purpose rests on which is policy/purposes.yml. */
public enum GroundKind {
    /** Permission under the duty of confidentiality, beside the public task. */
    EXPLICIT_CONSENT,
    STATUTORY_DUTY,
    PUBLIC_TASK,
    /** UK GDPR Article 6(1)(d): somebody's life is at risk. */
    VITAL_INTERESTS,
    /** An approved sharing without consent. */
    OVERRIDE;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code, as it is written in policies and messages.
     *
     * @throws IllegalArgumentException where no ground has that code
     */
    @JsonCreator
    public static GroundKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

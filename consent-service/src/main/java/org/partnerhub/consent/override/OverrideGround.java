package org.partnerhub.consent.override;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something may be shared for a purpose that rests on consent although nobody has consented. */
public enum OverrideGround {
    /** The person cannot consent, and nobody can for them (Data Protection Act 2018 Sch 1 para 18(2)(a)). */
    CONSENT_CANNOT_BE_GIVEN("Data Protection Act 2018 Schedule 1 paragraph 18(2)(a)"),
    /** Nobody can reasonably be expected to obtain the consent (para 18(2)(b)). */
    CONSENT_CANNOT_BE_OBTAINED("Data Protection Act 2018 Schedule 1 paragraph 18(2)(b)"),
    /** Asking would prejudice the protection of a child, or of an adult at risk (para 18(2)(c)). */
    ASKING_WOULD_ENDANGER("Data Protection Act 2018 Schedule 1 paragraph 18(2)(c)"),
    /** Somebody's life is at risk (UK GDPR Article 6(1)(d), Article 9(2)(c)). */
    VITAL_INTERESTS("UK GDPR Article 6(1)(d)");

    private final String authority;

    OverrideGround(String authority) {
        this.authority = authority;
    }

    /** The Act and section or the Article that it rests on. */
    public String authority() {
        return authority;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where no ground has that code
     */
    @JsonCreator
    public static OverrideGround of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

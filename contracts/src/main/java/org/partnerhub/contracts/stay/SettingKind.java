package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kind of place a child stays in. */
public enum SettingKind {
    NHS_HOSPITAL,
    NHS_COMMISSIONED_UNIT,
    RESIDENTIAL_SCHOOL,
    BOARDING_SCHOOL,
    PRIVATE_HOSPITAL,
    PSYCHIATRIC_UNIT,
    CARE_HOME;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where no kind has it
     */
    @JsonCreator
    public static SettingKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

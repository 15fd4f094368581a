package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An NHS number whose check digit is right.
 *
 * <p>Source: NHS Data Dictionary, "NHS NUMBER": digits 1–9 weighted 10…2, the check digit is 11 minus the sum modulo 11,
 * where 11 counts as 0 and 10 is never issued.
 *
 * @param value ten digits without spaces
 */
public record NhsNumber(@JsonValue String value) {

    /** The FHIR system of NHS numbers. */
    public static final String SYSTEM = "https://fhir.nhs.uk/Id/nhs-number";

    /**
     * An NHS number; spaces are dropped.
     *
     * @throws IllegalArgumentException where the value is not ten digits or its check digit is wrong; the message never
     *     repeats the value
     */
    @JsonCreator
    public NhsNumber {
        value = value.replace(" ", "");
        if (!isValid(value)) {
            throw new IllegalArgumentException("The NHS number must be ten digits with a right check digit.");
        }
    }

    /** Whether the text, without spaces, is ten digits with a right check digit. */
    public static boolean isValid(String text) {
        if (!text.matches("[0-9]{10}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (text.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == text.charAt(9) - '0';
    }

    @Override
    public String toString() {
        return "NhsNumber[hidden]";
    }
}

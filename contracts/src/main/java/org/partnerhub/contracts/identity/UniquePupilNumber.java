package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A unique pupil number whose check letter is right.
 *
 * <p>Source: Department for Education, "Unique pupil numbers": a check letter and twelve digits, where a temporary number ends
 * in a letter. The check letter is the one at the sum of the characters weighted 2…13, modulo 23.
 *
 * @param value thirteen characters in capitals
 */
public record UniquePupilNumber(@JsonValue String value) {

    /** Neither I, O nor S: a letter's place is also its worth at the end of a temporary number. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    /**
     * A unique pupil number.
     *
     * @throws IllegalArgumentException where the form or the check letter is wrong; the message never repeats the value
     */
    @JsonCreator
    public UniquePupilNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "The unique pupil number must be a letter and twelve digits with a right check letter.");
        }
    }

    /** Whether the text has the form of a unique pupil number and its check letter is right. */
    public static boolean isValid(String text) {
        return text.matches("[" + LETTERS + "][0-9]{11}[0-9" + LETTERS + "]")
                && checkLetter(text.substring(1)) == text.charAt(0);
    }

    /** The check letter of the twelve characters that follow it. */
    static char checkLetter(String rest) {
        int sum = 0;
        for (int i = 0; i < rest.length(); i++) {
            sum += (i + 2) * worth(rest.charAt(i));
        }
        return LETTERS.charAt(sum % LETTERS.length());
    }

    private static int worth(char character) {
        return character <= '9' ? character - '0' : LETTERS.indexOf(character);
    }

    @Override
    public String toString() {
        return "UniquePupilNumber[hidden]";
    }
}

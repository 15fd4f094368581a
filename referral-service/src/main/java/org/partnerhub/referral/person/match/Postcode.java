package org.partnerhub.referral.person.match;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Postcodes as they are compared: capitals without blanks, misread characters set right where their place tells. */
final class Postcode {

    private static final Pattern BRITISH = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}");
    private static final int INWARD = 3;

    /** Letters and digits that are taken for each other. */
    private static final String LETTERS = "OISBZG";

    private static final String DIGITS = "015826";

    private Postcode() {}

    /** Nothing for what says nothing: an empty one, or a pseudo-postcode (ZZ99). */
    static @Nullable String plain(@Nullable String told) {
        String plain = told == null ? "" : told.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (plain.isEmpty() || plain.startsWith("ZZ99")) {
            return null;
        }
        String readAgain = readAgain(plain);
        return isBritish(readAgain) ? readAgain : plain;
    }

    static boolean isBritish(String plain) {
        return BRITISH.matcher(plain).matches();
    }

    static boolean sameDistrict(String one, String other) {
        return isBritish(one) && isBritish(other) && district(one).equals(district(other));
    }

    private static String district(String plain) {
        return plain.substring(0, plain.length() - INWARD);
    }

    /** The last two are letters and the one before them is a digit, whatever they look like; so is the first a letter. */
    private static String readAgain(String plain) {
        if (plain.length() < 5 || isBritish(plain)) {
            return plain;
        }
        int inward = plain.length() - INWARD;
        return swapped(plain.charAt(0), DIGITS, LETTERS)
                + plain.substring(1, inward)
                + swapped(plain.charAt(inward), LETTERS, DIGITS)
                + swapped(plain.charAt(inward + 1), DIGITS, LETTERS)
                + swapped(plain.charAt(inward + 2), DIGITS, LETTERS);
    }

    private static String swapped(char character, String from, String to) {
        int at = from.indexOf(character);
        return String.valueOf(at < 0 ? character : to.charAt(at));
    }
}

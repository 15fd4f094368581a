package org.partnerhub.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NhsNumberTest {

    @Property
    void aNumberWithItsCheckDigitIsTakenAndNoOtherDigitIs(@ForAll("nineDigits") String nine) {
        long taken = "0123456789"
                .chars()
                .filter(digit -> NhsNumber.isValid(nine + (char) digit))
                .count();
        assertThat(taken).isEqualTo(remainder(nine) == 1 ? 0 : 1);
    }

    @Property
    void anyOneWrongDigitIsNoticed(
            @ForAll("numbers") String number,
            @ForAll @IntRange(max = 9) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        assertThat(NhsNumber.isValid(turned(number, place, by))).isFalse();
    }

    @Property
    void twoNeighboursSwappedAreNoticed(@ForAll("numbers") String number, @ForAll @IntRange(max = 8) int place) {
        String swapped = number.substring(0, place)
                + number.charAt(place + 1)
                + number.charAt(place)
                + number.substring(place + 2);
        assertThat(NhsNumber.isValid(swapped)).isEqualTo(swapped.equals(number));
    }

    @Property
    void groupsMakeNoDifference(@ForAll("numbers") String number) {
        String grouped = number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6);
        assertThat(new NhsNumber(grouped)).isEqualTo(new NhsNumber(number));
    }

    @Property
    void neitherTextNorErrorShowsTheNumber(@ForAll("numbers") String number) {
        assertThat(new NhsNumber(number).toString()).doesNotContain(number);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NhsNumber(turned(number, 9, 1)))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain(number.substring(0, 9)));
    }

    @Example
    void digitsOfOtherScriptsAreNoDigits() {
        assertThat(NhsNumber.isValid("٩٩٩٠٠٠٠٠١٨")).isFalse();
    }

    @Example
    void knownTestNumbersAreTaken() {
        assertThat(new String[] {"9000000009", "9000000017", "9000000025", "9000000033"})
                .allMatch(NhsNumber::isValid);
        assertThat(new String[] {"3478526985", "7778521234"}).noneMatch(NhsNumber::isValid);
    }

    @Provide
    Arbitrary<String> nineDigits() {
        return Arbitraries.strings().numeric().ofLength(9);
    }

    @Provide
    Arbitrary<String> numbers() {
        return nineDigits().filter(nine -> remainder(nine) != 1).map(nine -> nine + (11 - remainder(nine)) % 11);
    }

    private static int remainder(String nine) {
        int sum = 0;
        for (int place = 0; place < 9; place++) {
            sum += Character.digit(nine.charAt(place), 10) * (10 - place);
        }
        return sum % 11;
    }

    private static String turned(String number, int place, int by) {
        int digit = (Character.digit(number.charAt(place), 10) + by) % 10;
        return number.substring(0, place) + digit + number.substring(place + 1);
    }
}

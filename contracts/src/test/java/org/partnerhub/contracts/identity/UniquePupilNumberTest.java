package org.partnerhub.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class UniquePupilNumberTest {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    @Property
    void exactlyOneCheckLetterFits(@ForAll("twelve") String twelve) {
        assertThat(LETTERS.chars().filter(letter -> UniquePupilNumber.isValid((char) letter + twelve)))
                .hasSize(1);
    }

    @Property
    void anyOneWrongDigitIsNoticed(
            @ForAll("numbers") String number,
            @ForAll @IntRange(min = 1, max = 11) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int digit = (Character.digit(number.charAt(place), 10) + by) % 10;
        String wrong = number.substring(0, place) + digit + number.substring(place + 1);
        assertThat(UniquePupilNumber.isValid(wrong)).isFalse();
    }

    @Property
    void neitherTextNorErrorShowsTheNumber(@ForAll("numbers") String number) {
        assertThat(new UniquePupilNumber(number).toString()).doesNotContain(number);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniquePupilNumber(number + "0"))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain(number));
    }

    @Property
    void textThatIsNoNumberIsRefused(@ForAll("noise") String noise) {
        assertThat(UniquePupilNumber.isValid(noise)).isFalse();
    }

    @Example
    void aKnownNumberIsTaken() {
        assertThat(UniquePupilNumber.isValid("B801200005001")).isTrue();
    }

    @Provide
    Arbitrary<String> twelve() {
        Arbitrary<String> eleven = Arbitraries.strings().numeric().ofLength(11);
        Arbitrary<Character> last = Arbitraries.of(
                ("0123456789" + LETTERS).chars().mapToObj(it -> (char) it).toList());
        return Combinators.combine(eleven, last).as((digits, end) -> digits + end);
    }

    @Provide
    Arbitrary<String> numbers() {
        return twelve().map(it -> UniquePupilNumber.checkLetter(it) + it);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.strings().all().filter(it -> !it.matches("[A-Z][0-9]{11}[0-9A-Z]"));
    }
}

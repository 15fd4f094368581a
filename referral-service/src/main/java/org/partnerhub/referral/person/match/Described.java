package org.partnerhub.referral.person.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;

/**
 * A description made comparable: names in plain words, numbers without blanks.
 *
 * @param nhsNumbers with right check digits; several where a person's descriptions were pooled
 * @param pupilNumbers lasting ones
 * @param temporaryPupilNumbers those that end in a letter
 * @param agencyNumbers {@code issuer/value}
 * @param given given names in order
 * @param family words of the family name
 * @param knownAs words of other names in use
 * @param houses numbers of house and flat
 * @param street telling words of the address
 */
public record Described(
        Set<String> nhsNumbers,
        Set<String> pupilNumbers,
        Set<String> temporaryPupilNumbers,
        Set<String> agencyNumbers,
        List<String> given,
        List<String> family,
        Set<String> knownAs,
        @Nullable LocalDate birthDate,
        @Nullable String postcode,
        Set<String> houses,
        Set<String> street,
        @Nullable String telephone,
        @Nullable String school) {

    private static final int DIGITS_THAT_TELL = 9;
    private static final Set<String> SAYS_LITTLE = Set.of(
            "road",
            "rd",
            "street",
            "st",
            "str",
            "avenue",
            "ave",
            "av",
            "close",
            "cl",
            "lane",
            "ln",
            "drive",
            "dr",
            "way",
            "court",
            "ct",
            "place",
            "pl",
            "crescent",
            "cres",
            "gardens",
            "gdns",
            "terrace",
            "flat",
            "apartment",
            "apt",
            "unit",
            "house",
            "the",
            "of",
            "and",
            "north",
            "south",
            "east",
            "west",
            "nsw",
            "vic",
            "qld",
            "wa",
            "sa",
            "tas",
            "act",
            "nt",
            "nc",
            "cambridgeshire",
            "cambs");

    public static Described of(Demographics told) {
        String upn = told.upn();
        Demographics.Address address = told.address();
        List<String> words = address == null
                ? List.of()
                : address.lines().stream()
                        .flatMap(line -> Stream.of(NameText.plain(line).split(" ")))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return new Described(
                told.nhsNumber() == null ? Set.of() : Set.of(told.nhsNumber().value()),
                upn == null || isTemporary(upn) ? Set.of() : Set.of(upn),
                upn == null || !isTemporary(upn) ? Set.of() : Set.of(upn),
                told.agencyNumbers().stream()
                        .filter(AgencyNumber::isVerified)
                        .map(Described::plain)
                        .collect(Collectors.toSet()),
                told.name().given().stream()
                        .flatMap(it -> NameText.words(it).stream())
                        .toList(),
                NameText.words(told.name().family()),
                told.knownAs().stream()
                        .flatMap(it -> NameText.words(it).stream())
                        .collect(Collectors.toSet()),
                told.birthDate(),
                Postcode.plain(address == null ? null : address.postcode()),
                words.stream().filter(Described::isNumber).collect(Collectors.toSet()),
                words.stream().filter(Described::tells).collect(Collectors.toSet()),
                telephone(told.telephone()),
                told.schoolUrn());
    }

    private static boolean isTemporary(String upn) {
        return Character.isLetter(upn.charAt(upn.length() - 1));
    }

    private static String plain(AgencyNumber number) {
        return number.issuer() + "/" + number.value().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(0)) && word.length() <= 5;
    }

    private static boolean tells(String word) {
        return word.length() > 2 && !Character.isDigit(word.charAt(0)) && !SAYS_LITTLE.contains(word);
    }

    private static @Nullable String telephone(@Nullable String told) {
        String digits = told == null ? "" : told.replaceAll("[^0-9]", "");
        return digits.length() < 7 ? null : digits.substring(Math.max(0, digits.length() - DIGITS_THAT_TELL));
    }

    /** The same description with the numbers of another, which is known to be of the same person. */
    Described withNumbersOf(Described other) {
        return new Described(
                union(nhsNumbers, other.nhsNumbers),
                union(pupilNumbers, other.pupilNumbers),
                union(temporaryPupilNumbers, other.temporaryPupilNumbers),
                union(agencyNumbers, other.agencyNumbers),
                given,
                family,
                union(knownAs, other.knownAs),
                birthDate,
                postcode,
                houses,
                street,
                telephone,
                school);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        if (one.containsAll(other)) {
            return one;
        }
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Every word by which the person is called. */
    List<String> calledBy() {
        List<String> words = new ArrayList<>(given);
        words.addAll(family);
        words.addAll(knownAs);
        return words;
    }

    @Override
    public String toString() {
        return "Described[hidden]";
    }
}

package org.partnerhub.quickstart.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.partnerhub.contracts.identity.NhsNumber;

/** A child who does not exist: made-up names and an NHS number of the 999 range, which is never issued. */
record InventedChild(String given, String family, LocalDate birthDate, String nhsNumber) {

    private static final List<String> GIVEN =
            List.of("Amara", "Bronte", "Callum", "Dilys", "Edie", "Farouk", "Greta", "Hamza");
    private static final List<String> FAMILY =
            List.of("Fenwick", "Marchbank", "Wisbrook", "Ouseley", "Ramsdale", "Sawtrey", "Thornhay", "Elyard");

    /** A child of a given age today. */
    static InventedChild aged(int years, RandomGenerator random) {
        return new InventedChild(
                pick(GIVEN, random),
                pick(FAMILY, random),
                LocalDate.now(ZoneId.of("Europe/London")).minusYears(years).minusDays(random.nextInt(20, 300)),
                nhsNumber(random));
    }

    /** How every partner names the child; an agency that knows less sends less. */
    Map<String, Object> demographics(String schoolUrn) {
        return Map.of(
                "nhsNumber",
                nhsNumber,
                "name",
                Map.of("given", List.of(given), "family", family),
                "birthDate",
                birthDate.toString(),
                "address",
                Map.of("lines", List.of("1 Invented Row", "March"), "postcode", "PE15 8ZZ"),
                "authority",
                "E10000003",
                "schoolUrn",
                schoolUrn);
    }

    private static String pick(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }

    private static String nhsNumber(RandomGenerator random) {
        while (true) {
            String candidate = "999%07d".formatted(random.nextInt(10_000_000));
            if (NhsNumber.isValid(candidate)) {
                return candidate;
            }
        }
    }
}

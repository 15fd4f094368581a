package org.partnerhub.fhir.admission.incoming;

import ca.uhn.hl7v2.model.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.contracts.stay.Residence;

/** The patient of a message: PID, and MRG where two are one. */
final class PidReading {

    private static final int IDENTIFIERS = 3;
    private static final int NAME = 5;
    private static final int BIRTH = 7;
    private static final int ADDRESS = 11;
    private static final int COUNTY = 12;
    private static final String GSS = "[EWSN][0-9]{8}";

    /** ODS's pseudo-postcodes: no fixed abode; not known or not specified; all others of ZZ99 are countries. */
    private static final String NO_FIXED_ABODE = "ZZ993VZ";

    private static final Set<String> NOT_KNOWN = Set.of("ZZ993WZ", "ZZ993CZ", "ZZ993GZ");
    private static final Set<String> HOME =
            Set.of("GBR", "GB", "UK", "ENG", "ENGLAND", "WLS", "GB-ENG", "UNITED KINGDOM", "826");

    private final Segment segment;

    PidReading(Segment segment) {
        this.segment = segment;
    }

    /** An identifier, with whom it is from. */
    private record Identifier(
            String value,
            @Nullable String authority,
            @Nullable String type) {

        boolean isNhs() {
            return "NH".equals(type) || "NHS".equals(authority);
        }

        String local() {
            return authority == null ? value : value + "@" + authority;
        }
    }

    /** Who it is; absent where there is no name. */
    @Nullable
    Demographics demographics() {
        String family = Segments.component(segment, NAME, 0, 1);
        List<String> given = new ArrayList<>();
        for (int component = 2; component <= 3; component++) {
            String name = Segments.component(segment, NAME, 0, component);
            if (name != null) {
                given.add(name);
            }
        }
        if (family == null || given.isEmpty()) {
            return null;
        }
        NhsNumber number = nhsNumber();
        LocalDate born = Hl7Time.day(Segments.component(segment, BIRTH, 0, 1));
        return new Demographics(
                number,
                number == null ? "not-known" : null,
                null,
                new PersonName(given, family),
                born,
                null,
                null,
                null,
                null,
                unverified(),
                List.of(),
                null);
    }

    /** Whether a number was given that fails its check: it is kept and never matched by. */
    boolean hasBadNhsNumber() {
        return failed().findAny().isPresent();
    }

    private List<AgencyNumber> unverified() {
        return failed().map(it -> it.value().strip())
                .filter(it -> it.matches("[A-Za-z0-9][A-Za-z0-9 ./_-]{2,39}"))
                .distinct()
                .limit(10)
                .map(it -> new AgencyNumber(AgencyNumber.UNVERIFIED_NHS, it))
                .toList();
    }

    private Stream<Identifier> failed() {
        return identifiers(segment, IDENTIFIERS).stream()
                .filter(it -> it.isNhs() && !NhsNumber.isValid(digits(it.value())));
    }

    private @Nullable NhsNumber nhsNumber() {
        return identifiers(segment, IDENTIFIERS).stream()
                .filter(Identifier::isNhs)
                .map(it -> digits(it.value()))
                .filter(NhsNumber::isValid)
                .map(NhsNumber::new)
                .findFirst()
                .orElse(null);
    }

    /** The setting's own number of the patient; else the NHS number; absent where there is neither. */
    @Nullable
    String patient() {
        return patient(segment, IDENTIFIERS);
    }

    /** The number that is merged into this patient's: MRG-1. */
    static @Nullable String former(Segment merge) {
        return patient(merge, 1);
    }

    private static @Nullable String patient(Segment segment, int field) {
        List<Identifier> all = identifiers(segment, field);
        return all.stream()
                .filter(it -> !it.isNhs())
                .map(Identifier::local)
                .findFirst()
                .or(() -> all.stream()
                        .filter(it -> NhsNumber.isValid(digits(it.value())))
                        .map(it -> "nhs " + digits(it.value()))
                        .findFirst())
                .orElse(null);
    }

    private static List<Identifier> identifiers(Segment segment, int field) {
        List<Identifier> all = new ArrayList<>();
        for (int i = 0; i < Segments.repetitions(segment, field); i++) {
            String value = Segments.component(segment, field, i, 1);
            if (value != null) {
                String authority = Segments.component(segment, field, i, 4);
                String type = Segments.component(segment, field, i, 5);
                all.add(new Identifier(value, authority, type));
            }
        }
        return all;
    }

    /** Where the child lives, where the sender says it by a code; a postcode alone decides nothing but the pseudo-postcodes. */
    @Nullable
    Residence residence() {
        for (String code : List.of(text(Segments.component(segment, ADDRESS, 0, 9)), text(field(COUNTY)))) {
            if (code.matches(GSS)) {
                return Residence.in(code);
            }
        }
        String postcode = text(Segments.component(segment, ADDRESS, 0, 5))
                .replace(" ", "")
                .toUpperCase(Locale.ROOT);
        if (postcode.equals(NO_FIXED_ABODE)) {
            return new Residence(null, true, null, null);
        }
        String country = text(Segments.component(segment, ADDRESS, 0, 6)).toUpperCase(Locale.ROOT);
        boolean abroad = (postcode.startsWith("ZZ99") && !NOT_KNOWN.contains(postcode))
                || (country.matches("[A-Z]{3}") && !HOME.contains(country));
        return abroad ? new Residence(null, null, true, null) : null;
    }

    private @Nullable String field(int field) {
        return Segments.component(segment, field, 0, 1);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String digits(String value) {
        return value.replace(" ", "").replace("-", "");
    }
}

package org.partnerhub.referral.person;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.person.Demographics;

/**
 * The rules by which somebody is recognised, the surest first. A wrong match tells one family's story to another, so a rule
 * that holds for two people recognises nobody.
 */
public enum Recognition {
    SAME_NHS_NUMBER {
        @Override
        boolean holds(Demographics told, Demographics known) {
            return same(told.nhsNumber(), known.nhsNumber());
        }
    },
    SAME_PUPIL_NUMBER_AND_BIRTH_DATE {
        @Override
        boolean holds(Demographics told, Demographics known) {
            return same(told.upn(), known.upn())
                    && same(told.birthDate(), known.birthDate())
                    && !contradict(told.nhsNumber(), known.nhsNumber());
        }
    },
    SAME_NAME_BIRTH_DATE_AND_POSTCODE_OR_SCHOOL {
        @Override
        boolean holds(Demographics told, Demographics known) {
            return sameName(told, known)
                    && same(told.birthDate(), known.birthDate())
                    && (same(postcode(told), postcode(known)) || same(told.schoolUrn(), known.schoolUrn()))
                    && !contradict(told.nhsNumber(), known.nhsNumber())
                    && !contradict(told.upn(), known.upn());
        }
    };

    abstract boolean holds(Demographics told, Demographics known);

    /** The one person whom the described one surely is. */
    public static Optional<KnownPerson> among(List<KnownPerson> candidates, Demographics told) {
        for (Recognition rule : values()) {
            List<KnownPerson> recognised = candidates.stream()
                    .filter(person -> rule.holds(told, person.demographics()))
                    .toList();
            if (!recognised.isEmpty()) {
                return recognised.size() == 1 ? Optional.of(recognised.getFirst()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other);
    }

    private static boolean contradict(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !Objects.equals(one, other);
    }

    private static boolean sameName(Demographics one, Demographics other) {
        return one.name().family().equalsIgnoreCase(other.name().family())
                && String.join(" ", one.name().given())
                        .equalsIgnoreCase(String.join(" ", other.name().given()));
    }

    private static @Nullable String postcode(Demographics demographics) {
        Demographics.Address address = demographics.address();
        String postcode = address == null ? null : address.postcode();
        return postcode == null ? null : postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}

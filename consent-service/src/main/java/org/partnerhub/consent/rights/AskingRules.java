package org.partnerhub.consent.rights;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.schema.Violation;

/**
 * Who may ask about whose records. The right is the child's own, however young: a parent makes use of it for a child who cannot yet, and
 * for one who can only as that child wishes (Information Commissioner's guidance on children's rights; for who can decide: Gillick v West
 * Norfolk and Wisbech AHA 1985, Family Law Reform Act 1969 s.8).
 */
public enum AskingRules {
    BIRTH_DATE_KNOWN("/person", "Give the hub the date of birth first: it decides who may ask.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return birthDate == null;
        }
    },
    YOUNG_CHILD_IS_ASSESSED(
            "/asker/competence",
            "Say who assessed whether this child can make the request themselves, in what role and when: it decides who may ask.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.capacity() != Asker.Capacity.REPRESENTATIVE
                    && age(birthDate, today) < PRESUMED_ABLE
                    && asker.competence() == null;
        }
    },
    ASSESSMENT_IS_PAST(
            "/asker/competence/assessedOn",
            "Give the day on which this child was assessed; it cannot be in the future.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.competence() != null && asker.competence().assessedOn().isAfter(today);
        }
    },
    CHILD_WHO_CANNOT_DECIDE_IS_SPOKEN_FOR(
            "/asker/capacity",
            "This child cannot yet make the request themselves; somebody with parental responsibility makes it for them.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.capacity() == Asker.Capacity.SELF && !canDecide(asker, birthDate, today);
        }
    },
    NOBODY_IS_PARENT_OF_AN_ADULT(
            "/asker/capacity",
            "Nobody has parental responsibility for an adult; they ask themselves or are represented.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.capacity() == Asker.Capacity.PARENTAL_RESPONSIBILITY && age(birthDate, today) >= ADULT;
        }
    },
    COMPETENT_CHILD_AGREES(
            "/asker/childAgrees",
            "This young person can decide: ask them. A parent asks for them only where they agree, or where it is in their interest (say why in bestInterests).") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.capacity() == Asker.Capacity.PARENTAL_RESPONSIBILITY
                    && canDecide(asker, birthDate, today)
                    && !Boolean.TRUE.equals(asker.childAgrees())
                    && asker.bestInterests() == null;
        }
    },
    WHO_ASKS_FOR_ANOTHER_IS_NAMED("/asker/name", "Name who asks for them.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.capacity() != Asker.Capacity.SELF && asker.name() == null;
        }
    },
    REPRESENTATIVE_HAS_AUTHORITY(
            "/asker/authority", "Name the paper by which they act, such as a signed authority or a court's order.") {
        @Override
        boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
            return asker.capacity() == Asker.Capacity.REPRESENTATIVE && asker.authority() == null;
        }
    };

    private static final int PRESUMED_ABLE = 16;
    private static final int ADULT = 18;

    private final String pointer;
    private final String remedy;

    AskingRules(String pointer, String remedy) {
        this.pointer = pointer;
        this.remedy = remedy;
    }

    abstract boolean isBroken(Asker asker, @Nullable LocalDate birthDate, LocalDate today);

    /** What stands against the request; nothing where it can be taken. */
    public static List<Violation> violations(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
        return List.of(values()).stream()
                .flatMap(rule -> rule.check(asker, birthDate, today).stream())
                .toList();
    }

    private Optional<Violation> check(Asker asker, @Nullable LocalDate birthDate, LocalDate today) {
        boolean applies = birthDate != null || this == BIRTH_DATE_KNOWN;
        return applies && isBroken(asker, birthDate, today)
                ? Optional.of(new Violation(pointer, remedy))
                : Optional.empty();
    }

    private static int age(@Nullable LocalDate birthDate, LocalDate on) {
        return birthDate == null ? 0 : Period.between(birthDate, on).getYears();
    }

    private static boolean canDecide(Asker asker, @Nullable LocalDate birthDate, LocalDate on) {
        return age(birthDate, on) >= PRESUMED_ABLE
                || asker.competence() == null // which another rule asks for
                || asker.competence().able();
    }
}

package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a row sends an ask. */
sealed interface Destination {

    /** The recipient that has a role, for whom it has it. */
    record Role(String role, Of of) implements Destination {}

    record TheOneNamed() implements Destination {}

    /**
     * A person decides.
     *
     * @param ask what to ask
     * @param missing a stable code of what has to be found out
     */
    record Person(String ask, String missing) implements Destination {}

    /** Whose recipient it is. */
    enum Of {
        CHILDS_AREA,
        CHILDS_DISTRICT,
        CHILDS_SCHOOL,
        EVERYWHERE;

        @JsonCreator
        static Of read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Reads the three forms that a row may have.
     *
     * @throws IllegalArgumentException where it has none of them, or more than one
     */
    @JsonCreator
    static Destination read(
            @JsonProperty("role") @Nullable String role,
            @JsonProperty("of") @Nullable Of of,
            @JsonProperty("the-one-named") @Nullable Boolean theOneNamed,
            @JsonProperty("person") @Nullable String person,
            @JsonProperty("missing") @Nullable String missing) {
        if (role != null && of != null && theOneNamed == null && person == null && missing == null) {
            return new Role(role, of);
        }
        if (Boolean.TRUE.equals(theOneNamed) && role == null && of == null && person == null && missing == null) {
            return new TheOneNamed();
        }
        if (person != null && role == null && of == null && theOneNamed == null) {
            return new Person(person, missing == null ? "judgement" : missing);
        }
        throw new IllegalArgumentException("Write 'role' and 'of', or 'the-one-named: true', or 'person'.");
    }
}

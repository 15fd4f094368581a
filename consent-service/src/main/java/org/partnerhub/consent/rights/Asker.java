package org.partnerhub.consent.rights;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param name of somebody who asks for another
 * @param identity how it was made sure who they are, such as a passport seen
 * @param competence whether a child under 16 can make the request themselves, where somebody has assessed it
 * @param childAgrees whether a child who can decide wants it made for them
 * @param bestInterests why it is in the interest of a child who can decide that a parent asks without their agreement
 * @param authority the paper by which a representative acts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Asker(
        Capacity capacity,
        @Nullable String name,
        String identity,
        @Nullable Competence competence,
        @Nullable Boolean childAgrees,
        @Nullable String bestInterests,
        @Nullable String authority) {

    /** For whom somebody asks, and by what right. */
    public enum Capacity {
        SELF,
        PARENTAL_RESPONSIBILITY,
        REPRESENTATIVE;

        @JsonCreator
        public static Capacity of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An assessment of a child.
     *
     * @param able whether the child understands what the right is and what making use of it means
     */
    public record Competence(boolean able, String assessorRole, LocalDate assessedOn) {}

    @Override
    public String toString() {
        return "Asker[" + capacity.code() + "]";
    }
}

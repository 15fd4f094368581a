package org.partnerhub.consent.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something is kept from a person who asks for what is held about them. */
public enum Ground {
    /** It tells of somebody else, who has not agreed and it is not reasonable without (Data Protection Act 2018 Schedule 2 paragraph 16). */
    THIRD_PARTY,
    /**
     * It would be likely to do serious harm to the physical or mental health of the person or another (Schedule 3: health, social work and
     * education data).
     */
    SERIOUS_HARM,
    /** It says that a child may have been abused, and telling would not be in their interest (Schedule 3 Part 5). */
    CHILD_ABUSE,
    /** The child told it expecting that it would not be passed to whoever asks for them (Schedule 3: expectations and wishes). */
    CHILDS_WISHES,
    /** Telling would prejudice the prevention or detection of crime (Schedule 2 paragraph 2). */
    CRIME,
    /** Schedule 2 paragraph 19. */
    LEGAL_PRIVILEGE;

    @JsonCreator
    public static Ground of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the person may be told that this is why; to name the others could do the harm that they are to avert. */
    boolean maybeNamed() {
        return this == THIRD_PARTY || this == LEGAL_PRIVILEGE;
    }
}

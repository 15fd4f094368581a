package org.partnerhub.consent.purpose;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * One purpose, as policy/purposes.yml writes it; the file's head explains each field.
 *
 * @param authority absent only where the ground is consent
 * @param recipients kinds of recipient, or {@code any}
 */
public record PurposePolicy(
        @JsonProperty(required = true) Purpose id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) GroundKind ground,
        @Nullable String authority,
        @JsonProperty(value = "article-6", required = true) String article6,
        @JsonProperty("article-9") @Nullable String article9,
        @Nullable String dpa,
        @JsonProperty(required = true) Set<Category> carries,
        @JsonProperty(required = true) Set<String> recipients,
        @JsonProperty(required = true) AgreementNeed agreement,
        @JsonProperty(required = true) Whereabouts whereabouts,
        @JsonProperty(value = "free-text", required = true) FreeText freeText,
        @JsonProperty("may-override") @Nullable List<String> mayOverride,
        @JsonProperty(required = true) String retention,
        @JsonProperty("answer-within") @Nullable String answerWithin) {

    private static final String ANY = "any";

    public PurposePolicy {
        carries = Set.copyOf(carries);
        recipients = Set.copyOf(recipients);
    }

    public boolean reaches(String recipientKind) {
        return recipients.contains(ANY) || recipients.contains(recipientKind);
    }

    public boolean restsOnConsent() {
        return ground == GroundKind.EXPLICIT_CONSENT;
    }

    /** Whether an information sharing agreement is needed. */
    public enum AgreementNeed {
        @JsonProperty("required")
        REQUIRED,
        @JsonProperty("not-required")
        NOT_REQUIRED
    }

    /** Address, school and contact of a person whose whereabouts are protected. */
    public enum Whereabouts {
        @JsonProperty("withheld")
        WITHHELD,
        @JsonProperty("released-by-name")
        RELEASED_BY_NAME,
        @JsonProperty("shared")
        SHARED
    }

    /** Whether what is carried holds words that somebody wrote. */
    public enum FreeText {
        @JsonProperty("yes")
        YES,
        @JsonProperty("no")
        NO
    }
}

package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What is asked of whom.
 *
 * @param service what is asked for in particular, such as {@code send}; absent where the purpose says enough
 * @param recipient the one that the sender means; absent where the pathway decides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ask(
        Purpose purpose, @Nullable String service, @Nullable RecipientId recipient) {

    @JsonCreator
    public Ask {}

    public Ask(Purpose purpose, @Nullable RecipientId recipient) {
        this(purpose, null, recipient);
    }
}

package org.partnerhub.referral.story;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner adds to a story, as it wrote it; {@code schema/contribution.json}.
 *
 * @param corrects the partner's own earlier contribution, in whose place the one part of {@code story} stands
 * @param enteredInError the earlier one should never have been there, and nothing stands in its place
 */
public record SentContribution(
        @Nullable ToldStory story,
        @Nullable UUID corrects,
        @Nullable Boolean enteredInError) {

    public boolean isRetraction() {
        return Boolean.TRUE.equals(enteredInError);
    }

    @Override
    public String toString() {
        return "SentContribution[hidden]";
    }
}

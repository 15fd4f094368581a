package org.partnerhub.referral.referral;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.story.ToldStory;

/**
 * What the sender adds to a referral; {@code schema/update.json}.
 *
 * @param message words to those who have it
 * @param story what it adds to the story
 * @param area GSS code of the council's area that the child lives in, where that was asked
 * @param service what is asked for in particular, where that was asked
 * @param recipient who should take it, where that was asked
 */
public record Update(
        @Nullable String message,
        @Nullable ToldStory story,
        @Nullable String area,
        @Nullable String service,
        @Nullable RecipientId recipient,
        @Nullable Unplaced unplaced) {

    /** What it says towards the questions that are open. */
    public Finding finding() {
        return new Finding(area, service, recipient);
    }

    /** Whether there is nothing in it that anybody but an officer may see. */
    public boolean isUnplacedAlone() {
        return message == null && story == null && area == null && service == null && recipient == null;
    }

    @Override
    public String toString() {
        return "Update[hidden]";
    }
}

package org.partnerhub.consent.recording;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.Standing;
import org.partnerhub.consent.permit.Reliance;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What a change of somebody's consents ends of what relied on them, worked out by comparing what counted before with what counts after:
 * whatever the reason, what another consent still covers has not ended.
 *
 * @param recipients the recipient of an id, null where nobody knows it any more
 */
public record Effect(
        ConsentsOfSubject before,
        ConsentsOfSubject after,
        Function<RecipientId, @Nullable Recipient> recipients,
        LocalDate today) {

    /** The categories that stood on a consent and stand on none now. Of a recipient that nobody knows any more nothing stands. */
    public Set<Category> on(ConsentId consent, Reliance reliance) {
        Recipient recipient = recipients.apply(reliance.recipient());
        if (recipient == null) {
            return reliance.categories();
        }
        Set<Category> ended = EnumSet.noneOf(Category.class);
        for (Category category : reliance.categories()) {
            if (before.standing(reliance.purpose(), recipient, category, today) instanceof Standing.Given given
                    && given.consent().equals(consent)
                    && !(after.standing(reliance.purpose(), recipient, category, today) instanceof Standing.Given)) {
                ended.add(category);
            }
        }
        return ended;
    }
}

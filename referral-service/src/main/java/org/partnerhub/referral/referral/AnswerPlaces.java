package org.partnerhub.referral.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

/** Where a partner hears what becomes of its referrals, and as which of its places it speaks where it names none. */
public final class AnswerPlaces {

    private final Map<PartnerId, RecipientId> usual;

    /**
     * The rule.
     *
     * @param usual for partners that run several places
     */
    public AnswerPlaces(Map<PartnerId, RecipientId> usual) {
        this.usual = Map.copyOf(usual);
    }

    /** The place that a referral names, else the partner's usual one, else the first that it runs; empty where it runs none. */
    public Optional<RecipientId> of(PartnerId partner, @Nullable RecipientId answerTo, Directory directory) {
        List<RecipientId> own =
                directory.operatedBy(partner).stream().map(Recipient::id).toList();
        return Optional.ofNullable(answerTo)
                .filter(own::contains)
                .or(() -> Optional.ofNullable(usual.get(partner)).filter(own::contains))
                .or(() -> own.stream().findFirst());
    }

    /** The one place as which a partner surely speaks: its usual one, or the only one that it runs. */
    public Optional<RecipientId> sure(PartnerId partner, Directory directory) {
        List<Recipient> own = directory.operatedBy(partner);
        return Optional.ofNullable(usual.get(partner))
                .filter(place -> own.stream().anyMatch(it -> it.id().equals(place)))
                .or(() -> own.size() == 1 ? Optional.of(own.getFirst().id()) : Optional.empty());
    }
}

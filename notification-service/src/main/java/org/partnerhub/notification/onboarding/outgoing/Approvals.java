package org.partnerhub.notification.onboarding.outgoing;

import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.event.HubEvent.PartnerChanged;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.onboarding.Decision;
import org.partnerhub.notification.onboarding.Onboarding;
import org.partnerhub.notification.onboarding.OnboardingState;
import org.partnerhub.notification.onboarding.Place;
import org.partnerhub.notification.onboarding.store.Onboardings;
import org.partnerhub.notification.partner.store.Partners;
import org.partnerhub.notification.partner.store.RecipientAddresses;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a second operator's word becomes the directory's: partner, recipients, addresses and the news of it, all or none. */
@Component
public class Approvals {

    private final Onboardings onboardings;
    private final Partners partners;
    private final RecipientAddresses addresses;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Approvals(
            Onboardings onboardings,
            Partners partners,
            RecipientAddresses addresses,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.onboardings = onboardings;
        this.partners = partners;
        this.addresses = addresses;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Decides; nothing where it is not as the operator saw it, or where one of its ids was taken meanwhile. */
    public Optional<Onboarding> decide(UUID id, Decision decision, String operator) {
        return transaction.execute(status -> {
            Optional<Onboarding> decided = onboardings.decide(id, decision, operator);
            if (decided.filter(it -> it.state() == OnboardingState.APPROVED && !entered(it))
                    .isPresent()) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            return decided;
        });
    }

    private boolean entered(Onboarding onboarding) {
        PartnerId partner = onboarding.partner().id();
        if (!partners.add(
                onboarding.partner().partner(),
                onboarding.recipients().stream()
                        .map(it -> it.recipient(partner))
                        .toList())) {
            return false;
        }
        for (Place place : onboarding.recipients()) {
            if (place.url() != null) {
                addresses.add(place.id(), place.url(), onboarding.id());
            }
        }
        outbox.publish(new PartnerChanged(partner));
        return true;
    }
}

package org.partnerhub.notification.notice.outgoing;

import java.util.List;
import java.util.Set;
import org.partnerhub.contracts.event.HubEvent.ConsentNarrowed;
import org.partnerhub.contracts.event.HubEvent.ConsentWithdrawn;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.DeliveryRequests;
import org.partnerhub.notification.notice.store.WithdrawalNotices;
import org.springframework.stereotype.Component;

/** Makes a delivery for each holder of what a consent allowed that was withdrawn or narrowed; joins the running transaction. */
@Component
public class Holders {

    private static final Purpose WITHDRAWAL_NOTICE = new Purpose("withdrawal-notice");

    private final DeliveryRequests deliveries;
    private final WithdrawalNotices notices;

    Holders(DeliveryRequests deliveries, WithdrawalNotices notices) {
        this.deliveries = deliveries;
        this.notices = notices;
    }

    public void tell(ConsentWithdrawn event) {
        tell(event.consent(), event.subject(), event.holdings());
    }

    public void tell(ConsentNarrowed event) {
        tell(event.consent(), event.subject(), event.holdings());
    }

    private void tell(ConsentId consent, PersonId subject, List<Holding> holdings) {
        var source = new Source(Source.Kind.WITHDRAWAL, consent.value());
        for (Holding holding : holdings) {
            DeliveryId delivery = DeliveryId.fresh();
            deliveries.request(delivery, subject, holding.recipient(), WITHDRAWAL_NOTICE, Set.of(), source, null, null);
            notices.add(delivery, consent, holding);
        }
    }
}

package org.partnerhub.notification.notice.outgoing;

import java.util.Set;
import org.partnerhub.contracts.event.HubEvent.ConsentWithdrawn;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.DeliveryRequests;
import org.partnerhub.notification.notice.store.WithdrawalNotices;
import org.springframework.stereotype.Component;

/** Makes a delivery for each holder of what a withdrawn consent allowed; joins the running transaction. */
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
        var source = new Source(Source.Kind.WITHDRAWAL, event.consent().value());
        for (Holding holding : event.holdings()) {
            DeliveryId delivery = DeliveryId.fresh();
            deliveries.request(
                    delivery, event.subject(), holding.recipient(), WITHDRAWAL_NOTICE, Set.of(), source, null, null);
            notices.add(delivery, event.consent(), holding);
        }
    }
}

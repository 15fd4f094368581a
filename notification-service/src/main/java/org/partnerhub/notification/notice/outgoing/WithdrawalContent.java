package org.partnerhub.notification.notice.outgoing;

import java.util.Map;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.notification.delivery.ContentOwner;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.OwnPermits;
import org.partnerhub.notification.notice.store.WithdrawalNotices;
import org.springframework.stereotype.Component;

/** What a withdrawal notice says; this service holds it itself. */
@Component
class WithdrawalContent implements ContentOwner {

    private final OwnPermits permits;
    private final WithdrawalNotices notices;

    WithdrawalContent(OwnPermits permits, WithdrawalNotices notices) {
        this.permits = permits;
        this.notices = notices;
    }

    @Override
    public boolean owns(Source.Kind kind) {
        return kind == Source.Kind.WITHDRAWAL;
    }

    @Override
    public String audience() {
        return OwnPermits.AUDIENCE;
    }

    @Override
    public Content release(Delivery delivery, String permit) {
        return permits.use(delivery, permit)
                .<Content>map(_ -> notices.find(delivery.id())
                        .<Content>map(it -> new Content.Held(
                                new Released("withdrawal", delivery.source().toString(), Map.of()), it))
                        .orElse(new Content.Gone("content-gone")))
                .orElse(new Content.Unavailable("permit-refused"));
    }
}

package org.partnerhub.notification.stay.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.DeliveryRequests;
import org.partnerhub.notification.stay.DueNotice;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.NoticeKind;
import org.partnerhub.notification.stay.Visit;
import org.partnerhub.notification.stay.store.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives a notice: it becomes a delivery, which is decided, logged and tried until it arrives. Joins the running transaction. */
@Component
class StayNotices {

    private static final Logger LOG = LoggerFactory.getLogger(StayNotices.class);

    private final Addressees addressees;
    private final Notices notices;
    private final DeliveryRequests deliveries;

    StayNotices(Addressees addressees, Notices notices, DeliveryRequests deliveries) {
        this.addressees = addressees;
        this.notices = notices;
        this.deliveries = deliveries;
    }

    /** Whether any could be given. */
    boolean give(List<DueNotice> due, Visit visit, PersonId subject, Instant now) {
        return due.stream().map(it -> give(it, visit, subject, now)).reduce(false, Boolean::logicalOr);
    }

    private boolean give(DueNotice due, Visit visit, PersonId subject, Instant now) {
        Optional<RecipientId> recipient = addressees.find(due.to());
        if (recipient.isEmpty()) {
            LOG.warn(
                    "Nobody in the directory is the {}, who should have the notice {} of admission {}.",
                    due.to(),
                    due.kind().code(),
                    visit.id());
            return false;
        }
        DeliveryId delivery = DeliveryId.fresh();
        deliveries.request(
                delivery,
                subject,
                recipient.get(),
                new Purpose(due.purpose()),
                categories(due.kind()),
                new Source(Source.Kind.STAY, visit.id()),
                new PartnerId(visit.partner().value()),
                null);
        notices.add(
                new GivenNotice(
                        delivery.value(),
                        visit.id(),
                        visit.number(),
                        due.kind(),
                        due.to(),
                        due.section(),
                        now,
                        null,
                        null,
                        false,
                        false,
                        due.about()),
                recipient.get());
        if (due.kind() == NoticeKind.WITHDRAWN && due.about() != null) {
            notices.withdraw(due.about(), now);
        }
        return true;
    }

    private static Set<Category> categories(NoticeKind kind) {
        if (!kind.hasContent()) {
            return Set.of();
        }
        return kind == NoticeKind.AFTERCARE
                ? Set.of(Category.IDENTITY, Category.STAY, Category.LEGAL_STATUS)
                : Set.of(Category.IDENTITY, Category.STAY);
    }
}

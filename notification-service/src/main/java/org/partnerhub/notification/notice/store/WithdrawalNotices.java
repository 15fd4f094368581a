package org.partnerhub.notification.notice.store;

import java.sql.Timestamp;
import java.util.Optional;
import org.partnerhub.contracts.content.Disclosure.Ended;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.notification.delivery.store.DeliveryRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each holder is told. */
@Repository
public class WithdrawalNotices {

    private final JdbcClient database;

    WithdrawalNotices(JdbcClient database) {
        this.database = database;
    }

    public void add(DeliveryId delivery, ConsentId consent, Holding holding) {
        database.sql("""
                        insert into withdrawal_notice (delivery, consent, purpose, categories, first_at, last_at)
                        values (:delivery, :consent, :purpose, :categories, :firstAt, :lastAt)
                        """)
                .param("delivery", delivery.value())
                .param("consent", consent.value())
                .param("purpose", holding.purpose().value())
                .param("categories", DeliveryRows.categories(holding.categories()))
                .param("firstAt", Timestamp.from(holding.firstAt()))
                .param("lastAt", Timestamp.from(holding.lastAt()))
                .update();
    }

    public Optional<Ended> find(DeliveryId delivery) {
        return database.sql("select * from withdrawal_notice where delivery = :delivery")
                .param("delivery", delivery.value())
                .query((row, _) -> new Ended(
                        new Purpose(row.getString("purpose")),
                        DeliveryRows.categories(row.getArray("categories")),
                        row.getTimestamp("first_at").toInstant(),
                        row.getTimestamp("last_at").toInstant()))
                .optional();
    }
}

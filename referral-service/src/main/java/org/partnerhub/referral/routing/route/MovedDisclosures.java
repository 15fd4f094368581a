package org.partnerhub.referral.routing.route;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.person.PeopleMoved;
import org.partnerhub.referral.referral.Feedback;
import org.partnerhub.referral.referral.FollowUp;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.support.events.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * After a merge, or one taken back, asks again for every disclosure that is not finished, under the id by which its subject is
 * known now: each is then decided afresh. It is the same request, so nothing is sent twice.
 */
@Component
class MovedDisclosures {

    private final JdbcClient database;
    private final Pathways pathways;
    private final Outbox outbox;

    MovedDisclosures(JdbcClient database, Pathways pathways, Outbox outbox) {
        this.database = database;
        this.pathways = pathways;
        this.outbox = outbox;
    }

    /** In the transaction of the merge. */
    @EventListener
    void askAgain(PeopleMoved moved) {
        UUID[] ids = moved.ids().stream().map(PersonId::value).toArray(UUID[]::new);
        database.sql("""
                        select asked.id, asked.recipient, asked.purpose, asked.due_by, referral.id as referral, referral.sender,
                               person.current_id
                        from referral_recipient asked
                            join referral on referral.id = asked.referral_id
                            join person on person.id = referral.person_id
                        where person.id = any(:ids) and asked.delivery not in ('delivered', 'refused', 'given-up')
                          and asked.state not in ('cancelled', 'entered-in-error')
                        order by asked.id
                        """).param("ids", ids).query(this::referral).list().forEach(outbox::publish);
        database.sql("""
                        select feedback.id, feedback.recipient, referral.id as referral, referral.sender, person.current_id
                        from feedback
                            join referral on referral.id = feedback.referral_id
                            join person on person.id = referral.person_id
                        where person.id = any(:ids) and feedback.asked_at > now() - interval '4 days'
                        order by feedback.id
                        """)
                .param("ids", ids)
                .query(MovedDisclosures::feedback)
                .list()
                .forEach(outbox::publish);
        database.sql("""
                        select follow_up.id, follow_up.says, asked.recipient, asked.purpose, referral.id as referral, referral.sender,
                               person.current_id
                        from follow_up
                            join referral_recipient asked on asked.id = follow_up.asked
                            join referral on referral.id = follow_up.referral_id
                            join person on person.id = referral.person_id
                        where person.id = any(:ids) and follow_up.asked_at > now() - interval '4 days'
                        order by follow_up.id
                        """).param("ids", ids).query(this::followUp).list().forEach(outbox::publish);
    }

    private DisclosureRequested followUp(ResultSet row, int number) throws SQLException {
        boolean again = FollowUp.Says.of(row.getString("says")).tellsTheReferral();
        Purpose purpose = new Purpose(row.getString("purpose"));
        return new DisclosureRequested(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("current_id", UUID.class)),
                new RecipientId(row.getString("recipient")),
                again ? purpose : FollowUp.PURPOSE,
                again ? pathways.tells(purpose) : FollowUp.CATEGORIES,
                (again ? "referral/" : "feedback/") + row.getObject("referral", UUID.class),
                new PartnerId(row.getString("sender")),
                null);
    }

    private DisclosureRequested referral(ResultSet row, int number) throws SQLException {
        Purpose purpose = new Purpose(row.getString("purpose"));
        OffsetDateTime dueBy = row.getObject("due_by", OffsetDateTime.class);
        return new DisclosureRequested(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("current_id", UUID.class)),
                new RecipientId(row.getString("recipient")),
                purpose,
                pathways.tells(purpose),
                "referral/" + row.getObject("referral", UUID.class),
                new PartnerId(row.getString("sender")),
                dueBy == null ? null : dueBy.toInstant());
    }

    private static DisclosureRequested feedback(ResultSet row, int number) throws SQLException {
        return new DisclosureRequested(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("current_id", UUID.class)),
                new RecipientId(row.getString("recipient")),
                Feedback.PURPOSE,
                Feedback.CATEGORIES,
                "feedback/" + row.getObject("referral", UUID.class),
                new PartnerId(row.getString("sender")),
                null);
    }
}

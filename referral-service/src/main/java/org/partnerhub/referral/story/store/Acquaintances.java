package org.partnerhub.referral.story.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which partners have to do with whom. To any other a person whom the hub knows looks like one whom it does not, so that adding to a
 * story cannot be used to find out who is known.
 */
@Repository
public class Acquaintances {

    private final JdbcClient database;
    private final KnownDirectory directory;
    private final Clock clock;

    Acquaintances(JdbcClient database, KnownDirectory directory, Clock clock) {
        this.database = database;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether a partner referred, described or told of somebody, was told of them, or runs a place that was. */
    public boolean has(PartnerId partner, PersonId person) {
        return database.sql("""
                        with me as (select id from person where current_id = (select current_id from person where id = :person))
                        select exists (select from referral where person_id in (select id from me) and sender = :partner)
                            or exists (select from contribution where person_id in (select id from me) and contributed_by = :partner)
                            or exists (select from person_description where person_id in (select id from me) and described_by = :partner)
                            or exists (select from story_told where person_id in (select id from me) and partner = :partner)
                            or exists (select from referral join referral_recipient on referral_id = referral.id
                                       where person_id in (select id from me) and recipient in (:recipients)
                                         and delivery in ('delivered', 'waiting-in-mailbox', 'unknown'))
                        """)
                .param("person", person.value())
                .param("partner", partner.value())
                .param("recipients", recipients(partner))
                .query(Boolean.class)
                .single();
    }

    /** A partner is told of somebody by asking; in the caller's transaction. */
    public void told(PartnerId partner, PersonId person) {
        database.sql("""
                        insert into story_told (person_id, partner, first_at) values (:person, :partner, :at)
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("partner", partner.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private List<String> recipients(PartnerId partner) {
        List<String> run = directory.last().stream()
                .flatMap(known -> known.operatedBy(partner).stream())
                .map(recipient -> recipient.id().value())
                .toList();
        return run.isEmpty() ? List.of("") : run;
    }
}

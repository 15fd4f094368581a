package org.partnerhub.notification.partner.store;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The directory in PostgreSQL. */
@Repository
public class Partners {

    private final JdbcClient database;

    Partners(JdbcClient database) {
        this.database = database;
    }

    public Directory directory() {
        return new Directory(partners(), recipients());
    }

    /**
     * Adds what the policy names and is not yet there, and brings the rest up to date; what the policy does not name stays,
     * because operators add partners too. Runs in the caller's transaction, one instance at a time.
     *
     * @return the partners that something changed for
     */
    public Set<PartnerId> bringUpToDate(Directory policy) {
        database.sql("select pg_advisory_xact_lock(hashtext('partner'))")
                .query()
                .listOfRows();
        Directory present = directory();
        Set<PartnerId> changed = new LinkedHashSet<>();
        policy.partners().stream()
                .filter(it -> !present.partners().contains(it))
                .forEach(partner -> {
                    write(partner);
                    changed.add(partner.id());
                });
        policy.recipients().stream()
                .filter(it -> !present.recipients().contains(it))
                .forEach(recipient -> {
                    write(recipient);
                    changed.addAll(recipient.operatedBy());
                    if (recipient.operatedBy().isEmpty()) {
                        // nobody runs it, and the others have to read the directory again all the same
                        policy.partners().stream().map(Partner::id).findFirst().ifPresent(changed::add);
                    }
                });
        return changed;
    }

    /**
     * Adds a partner with its recipients; joins the running transaction.
     *
     * @return false where one of the ids is taken; nothing is added then
     */
    public boolean add(Partner partner, List<Recipient> recipients) {
        database.sql("select pg_advisory_xact_lock(hashtext('partner'))")
                .query()
                .listOfRows();
        Directory present = directory();
        if (present.partner(partner.id()).isPresent()
                || recipients.stream().anyMatch(it -> present.recipient(it.id()).isPresent())) {
            return false;
        }
        write(partner);
        recipients.forEach(this::write);
        return true;
    }

    private List<Partner> partners() {
        return database.sql("select id, name, kind, ods_code from partner order by id")
                .query((row, _) -> new Partner(
                        new PartnerId(row.getString("id")),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("ods_code")))
                .list();
    }

    private List<Recipient> recipients() {
        return database.sql("""
                        select recipient.*,
                               array(select partner from recipient_operator where recipient = recipient.id) as operators
                          from recipient
                         order by id
                        """)
                .query((row, _) -> new Recipient(
                        new RecipientId(row.getString("id")),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("role"),
                        Arrays.stream((String[]) row.getArray("operators").getArray())
                                .map(PartnerId::new)
                                .collect(Collectors.toSet()),
                        row.getString("area"),
                        row.getString("school_urn"),
                        Channel.valueOf(row.getString("channel"))))
                .list();
    }

    private void write(Partner partner) {
        database.sql("""
                        insert into partner (id, name, kind, ods_code) values (:id, :name, :kind, :odsCode)
                        on conflict (id) do update set name = :name, kind = :kind, ods_code = :odsCode
                        """)
                .param("id", partner.id().value())
                .param("name", partner.name())
                .param("kind", partner.kind())
                .param("odsCode", partner.odsCode())
                .update();
    }

    private void write(Recipient recipient) {
        String id = recipient.id().value();
        database.sql("""
                        insert into recipient (id, name, kind, role, area, school_urn, channel)
                        values (:id, :name, :kind, :role, :area, :schoolUrn, :channel)
                        on conflict (id) do update set name = :name, kind = :kind, role = :role, area = :area,
                               school_urn = :schoolUrn, channel = :channel
                        """)
                .param("id", id)
                .param("name", recipient.name())
                .param("kind", recipient.kind())
                .param("role", recipient.role())
                .param("area", recipient.area())
                .param("schoolUrn", recipient.schoolUrn())
                .param("channel", recipient.channel().name())
                .update();
        database.sql("delete from recipient_operator where recipient = :id")
                .param("id", id)
                .update();
        for (PartnerId partner : recipient.operatedBy()) {
            database.sql("insert into recipient_operator (recipient, partner) values (:id, :partner)")
                    .param("id", id)
                    .param("partner", partner.value())
                    .update();
        }
    }
}

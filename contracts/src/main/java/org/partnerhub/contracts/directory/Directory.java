package org.partnerhub.contracts.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

/** Everybody that the hub exchanges with. Whoever is not in it is refused. */
public record Directory(List<Partner> partners, List<Recipient> recipients) {

    public Directory {
        partners = List.copyOf(partners);
        recipients = List.copyOf(recipients);
    }

    /**
     * An organisation with a Keycloak client.
     *
     * @param odsCode the organisation's ODS code, where it has one
     */
    public record Partner(
            PartnerId id,
            String name,
            String kind,
            @Nullable String odsCode) {}

    /**
     * A place that takes referrals or notices.
     *
     * @param kind police, school, college, council, mental-health, hospital, … as docs and policy list them
     * @param operatedBy its partners; each needs its own information sharing agreement
     * @param area GSS code of the area that it serves; absent: everywhere
     * @param role what it does there, such as {@code early-help-hub} or {@code directors-office}; pathways route by it
     * @param schoolUrn where it is a school's safeguarding lead
     */
    public record Recipient(
            RecipientId id,
            String name,
            String kind,
            String role,
            Set<PartnerId> operatedBy,
            @Nullable String area,
            @Nullable String schoolUrn,
            Channel channel) {

        public Recipient {
            operatedBy = Set.copyOf(operatedBy);
        }
    }

    /** How a recipient is reached. */
    public enum Channel {
        WEBHOOK,
        FHIR,
        MAILBOX,
        /** No channel: an operator sends it by hand and records when. */
        MANUAL
    }

    public Optional<Recipient> recipient(RecipientId id) {
        return recipients.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Partner> partner(PartnerId id) {
        return partners.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** The recipients that a partner runs, alone or with others. */
    public List<Recipient> operatedBy(PartnerId partner) {
        return recipients.stream()
                .filter(it -> it.operatedBy().contains(partner))
                .toList();
    }
}

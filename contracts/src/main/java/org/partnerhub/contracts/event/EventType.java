package org.partnerhub.contracts.event;

import java.util.Arrays;

/** The types of event by their routing keys on {@link Broker#EXCHANGE}. */
public enum EventType {
    REFERRAL_RECEIVED("referral.received", HubEvent.ReferralReceived.class),
    ADMISSION_RECEIVED("admission.received", HubEvent.AdmissionReceived.class),
    DISCLOSURE_REQUESTED("disclosure.requested", HubEvent.DisclosureRequested.class),
    DISCLOSURE_SETTLED("disclosure.settled", HubEvent.DisclosureSettled.class),
    CONSENT_GIVEN("consent.given", HubEvent.ConsentGiven.class),
    CONSENT_REFUSED("consent.refused", HubEvent.ConsentRefused.class),
    CONSENT_WITHDRAWN("consent.withdrawn", HubEvent.ConsentWithdrawn.class),
    CONSENT_NARROWED("consent.narrowed", HubEvent.ConsentNarrowed.class),
    CONSENTS_CHANGED("consents.changed", HubEvent.ConsentsChanged.class),
    AGREEMENT_CHANGED("agreement.changed", HubEvent.AgreementChanged.class),
    OVERRIDE_AUTHORISED("override.authorised", HubEvent.OverrideAuthorised.class),
    RELEASE_GIVEN("release.given", HubEvent.ReleaseGiven.class),
    CONSENT_EXPIRED("consent.expired", HubEvent.ConsentExpired.class),
    PARTNER_CHANGED("partner.changed", HubEvent.PartnerChanged.class),
    PERSON_MERGED("person.merged", HubEvent.PersonMerged.class),
    PERSON_UNMERGED("person.unmerged", HubEvent.PersonUnmerged.class),
    RECORDS_DELETED("records.deleted", HubEvent.RecordsDeleted.class);

    private final String routingKey;
    private final Class<? extends HubEvent> body;

    EventType(String routingKey, Class<? extends HubEvent> body) {
        this.routingKey = routingKey;
        this.body = body;
    }

    public String routingKey() {
        return routingKey;
    }

    public Class<? extends HubEvent> body() {
        return body;
    }

    /**
     * Reads the code, as it is written in policies and messages.
     *
     * @throws IllegalArgumentException where no event has that routing key
     */
    public static EventType of(String routingKey) {
        return Arrays.stream(values())
                .filter(type -> type.routingKey.equals(routingKey))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No event has the type " + routingKey + "."));
    }

    public static EventType of(HubEvent event) {
        return Arrays.stream(values())
                .filter(type -> type.body.isInstance(event))
                .findFirst()
                .orElseThrow();
    }
}

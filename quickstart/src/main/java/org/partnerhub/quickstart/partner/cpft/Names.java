package org.partnerhub.quickstart.partner.cpft;

/** What the trust's integration engineer read in the hub's and BaRS's documentation; nothing here is shared with the hub's code. */
final class Names {

    static final String BARS_EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars";
    static final String BARS_REASONS = "https://fhir.nhs.uk/CodeSystem/message-reason-bars";
    static final String REQUEST = "servicerequest-request";
    static final String RESPONSE = "servicerequest-response";
    static final String HUB_EVENTS = "https://partnerhub.example/fhir/CodeSystem/message-events";
    static final String WITHDRAWN = "consent-withdrawn";
    static final String DELIVERY = "https://partnerhub.example/fhir/Id/delivery";
    static final String REFERRAL = "https://partnerhub.example/fhir/Id/referral";
    static final String PERSON = "https://partnerhub.example/fhir/Id/person";
    static final String PURPOSE = "https://partnerhub.example/fhir/CodeSystem/purpose";
    static final String CATEGORY = "https://partnerhub.example/fhir/CodeSystem/information-category";
    static final String PARTNER = "https://partnerhub.example/fhir/Id/partner";

    private Names() {}
}

package org.partnerhub.fhir.message;

/** Systems and profiles of the NHS Booking and Referral Standard and of UK Core. */
public final class Bars {

    public static final String MESSAGE_EVENTS = "https://fhir.nhs.uk/CodeSystem/message-events-bars";
    public static final String REQUEST_EVENT = "servicerequest-request";
    public static final String RESPONSE_EVENT = "servicerequest-response";

    /** News of a hospital stay; its reason is the event of HL7 v2, such as A01. */
    public static final String STAY_EVENTS = "https://fhir.nhs.uk/CodeSystem/message-event";

    public static final String STAY_EVENT = "encounter";

    public static final String REJECTED_REASONS = "https://fhir.nhs.uk/CodeSystem/dos-rejected-reasons-bars";
    public static final String ODS_ORGANISATION = "https://fhir.nhs.uk/Id/ods-organization-code";
    public static final String DOS_SERVICE = "https://fhir.nhs.uk/Id/dos-service-id";
    public static final String SCHOOL_URN = "https://fhir.hl7.org.uk/Id/urn-school-number";

    /** SG says that somebody is concerned for a child's or an adult's safety. */
    public static final String FLAG_CATEGORIES = "https://fhir.nhs.uk/CodeSystem/flag-categories-bars";

    public static final String SAFEGUARDING_FLAG = "SG";

    public static final String MESSAGE_REASON = "https://fhir.nhs.uk/CodeSystem/message-reason-bars";
    public static final String SERVICE_REQUEST_CATEGORY =
            "https://fhir.nhs.uk/CodeSystem/message-category-servicerequest";
    public static final String USE_CASES = "https://fhir.nhs.uk/CodeSystem/usecases-categories-bars";
    public static final String BUNDLE_PROFILE = "https://fhir.nhs.uk/StructureDefinition/BARSBundleMessage";
    public static final String REFERRAL_PROFILE =
            "https://fhir.nhs.uk/StructureDefinition/BARSServiceRequest-request-referral";
    public static final String NHS_NUMBER_STATUS =
            "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus";
    public static final String NHS_NUMBER_STATUS_CODES =
            "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland";

    private Bars() {}

    /** The profile of a message header for an event. */
    public static String headerProfile(String event) {
        return "https://fhir.nhs.uk/StructureDefinition/BARSMessageHeader-" + event;
    }

    /** The message definition that a message of an event keeps to. */
    public static String definition(String event) {
        return "https://fhir.nhs.uk/MessageDefinition/bars-message-" + event + "-referral";
    }

    /** UK Core's profile of a resource type. */
    public static String ukCore(String type) {
        return "https://fhir.hl7.org.uk/StructureDefinition/UKCore-" + type;
    }

    /**
     * Whether two systems are the same: published messages write https or http, {@code Id} or {@code id}, {@code CodeSystem}
     * or {@code Codesystem}.
     */
    public static boolean sameSystem(String one, String other) {
        return withoutScheme(one).equalsIgnoreCase(withoutScheme(other));
    }

    private static String withoutScheme(String system) {
        return system.replaceFirst("^https?://", "");
    }
}

package org.partnerhub.fhir.message;

/** The hub's own systems, for what no national system names; defined in contracts under {@code /fhir}. */
public final class Hub {

    public static final String RECIPIENT = "https://partnerhub.example/fhir/Id/recipient";
    public static final String REFERRAL = "https://partnerhub.example/fhir/Id/referral";
    public static final String DELIVERY = "https://partnerhub.example/fhir/Id/delivery";
    public static final String PERSON = "https://partnerhub.example/fhir/Id/person";
    public static final String PARTNER = "https://partnerhub.example/fhir/Id/partner";
    public static final String PURPOSE = "https://partnerhub.example/fhir/CodeSystem/purpose";
    public static final String WITHDRAWAL_EVENT = "consent-withdrawn";
    public static final String TASK_OUTPUT = "https://partnerhub.example/fhir/CodeSystem/task-output";
    public static final String BETTER_PLACE = "better-place";
    public static final String OUTCOME = "outcome";

    /** Why something was rejected, cancelled, put on hold or failed, where no national code says it. */
    public static final String STATUS_REASON = "https://partnerhub.example/fhir/CodeSystem/status-reason";

    /** Kinds of recipients, where a consent is for every one of a kind. */
    public static final String RECIPIENT_KIND = "https://partnerhub.example/fhir/CodeSystem/recipient-kind";

    /** Who decided, in what capacity, and who assessed it: on a Consent. */
    public static final String GIVEN_BY = "https://partnerhub.example/fhir/StructureDefinition/consent-given-by";

    /** What kind of evidence there is, and where it is kept: on a Consent. */
    public static final String EVIDENCE = "https://partnerhub.example/fhir/StructureDefinition/consent-evidence";

    /** An element that was sent and that the hub does not keep: on the answer to whoever sent it. */
    public static final String NOT_KEPT = "https://partnerhub.example/fhir/StructureDefinition/not-kept";

    public static final String UPN = "https://partnerhub.example/fhir/Id/unique-pupil-number";
    public static final String POLICE_REFERENCE = "https://partnerhub.example/fhir/Id/police-reference";
    public static final String CATEGORY = "https://partnerhub.example/fhir/CodeSystem/information-category";
    public static final String THEME = "https://partnerhub.example/fhir/CodeSystem/theme";
    public static final String LEVEL = "https://partnerhub.example/fhir/CodeSystem/level";
    public static final String EVENTS = "https://partnerhub.example/fhir/CodeSystem/message-events";
    public static final String MESSAGE_DEFINITION = "https://partnerhub.example/fhir/MessageDefinition";
    public static final String NHS_NUMBER_ABSENT =
            "https://partnerhub.example/fhir/StructureDefinition/nhs-number-absent";

    /** GSS code of the council of the family's home: on a Patient. */
    public static final String HOME_AUTHORITY = "https://partnerhub.example/fhir/StructureDefinition/home-authority";

    /** Until when a stay is likely to last, or when the child is meant to leave: on an Encounter. */
    public static final String EXPECTED_UNTIL = "https://partnerhub.example/fhir/StructureDefinition/expected-until";

    /** GSS code of the council where a child lived immediately before a stay: on an Encounter. */
    public static final String ORDINARY_RESIDENCE =
            "https://partnerhub.example/fhir/StructureDefinition/ordinary-residence";

    private Hub() {}
}

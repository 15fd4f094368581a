package org.partnerhub.fhir.message.incoming;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;

/**
 * What the hub reads of a message, by resource and element: the whole list. An element is carried where all that it says is; what says
 * nothing beyond the message itself, such as who sends, counts as carried.
 */
final class Carried {

    static final Carried REFERRAL = new Carried(Map.of(
            "ServiceRequest", request(values -> false),
            "Patient", patient(),
            "Observation", only("status", "code", "subject", "value[x]", "effective[x]", "performer"),
            "RelatedPerson", relative(),
            "Flag", only("status", "category", "code", "subject", "period")));

    static final Carried UPDATE = new Carried(Map.of(
            "ServiceRequest", request(all(Annotation.class, Annotation::hasText)),
            "Patient", patient(),
            "Observation", only("status", "code", "subject", "value[x]", "effective[x]", "performer"),
            "RelatedPerson", relative(),
            "Flag", only("status", "category", "code", "subject", "period")));

    /** Everything but the words is what the sender said before. */
    static final Carried CANCELLATION = new Carried(Map.of("ServiceRequest", but("note", "patientInstruction")));

    /** The request and whom it is about are as the hub told them; what is new is the Task and whatever else came along. */
    static final Carried ANSWER = new Carried(answer());

    /** An answer whose words are longer than the hub passes on. */
    static final Carried ANSWER_CUT_SHORT = new Carried(withUnread(answer()));

    static final Carried STAY = new Carried(Map.of(
            "Encounter",
                    only(
                            "identifier",
                            "status",
                            "class",
                            "subject",
                            "period",
                            "length",
                            "serviceProvider",
                            "hospitalization",
                            "extension"),
            "Patient", only("identifier", "name", "birthDate", "active", "address", "extension")));

    /** Who sends and for which service: the hub knows both from the token and the target, and believes nothing else about them. */
    static final Set<String> KNOWN_OTHERWISE = Set.of("MessageHeader", "Organization", "HealthcareService", "Endpoint");

    private static final Set<String> OF_EVERY_RESOURCE = Set.of("id", "meta", "language", "text");

    private final Map<String, Elements> resources;

    private Carried(Map<String, Elements> resources) {
        this.resources = resources;
    }

    /** Whether anything of such a resource is read. */
    boolean knows(String type) {
        return resources.containsKey(type);
    }

    /** Whether everything that these values of an element say is read. */
    boolean whole(String type, String element, List<Base> values) {
        Elements read = resources.get(type);
        return OF_EVERY_RESOURCE.contains(element) || (read != null && read.carry(element, values));
    }

    /** Whether all that an element's values say is carried. */
    private interface Elements {
        boolean carry(String element, List<Base> values);
    }

    private static Elements only(String... names) {
        Set<String> read = Set.of(names);
        return (element, values) -> read.contains(element);
    }

    private static Elements but(String... names) {
        Set<String> unread = Set.of(names);
        return (element, values) -> !unread.contains(element);
    }

    private static Map<String, Elements> answer() {
        Elements task = only(
                "identifier",
                "basedOn",
                "partOf",
                "status",
                "statusReason",
                "businessStatus",
                "intent",
                "code",
                "focus",
                "for",
                "authoredOn",
                "lastModified",
                "requester",
                "owner",
                "output",
                "note");
        return Map.of(
                "ServiceRequest", but("note"), "Patient", but(), "RelatedPerson", but(), "Flag", but(), "Task", task);
    }

    private static Map<String, Elements> withUnread(Map<String, Elements> resources) {
        Set<String> words = Set.of("statusReason", "note", "patientInstruction");
        return resources.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> (element, values) ->
                                !words.contains(element) && entry.getValue().carry(element, values)));
    }

    private static Elements request(Predicate<List<Base>> notes) {
        Predicate<List<Base>> workflow = all(CodeableConcept.class, Carried::isOfTheHub);
        return with(
                only(
                        "status",
                        "intent",
                        "priority",
                        "subject",
                        "authoredOn",
                        "requester",
                        "performer",
                        "supportingInfo"),
                Map.of(
                        "identifier", all(Identifier.class, it -> hasSystem(it, Set.of(Hub.REFERRAL))),
                        "category", workflow,
                        "code", workflow,
                        "orderDetail", workflow,
                        "reasonCode",
                                all(
                                        CodeableConcept.class,
                                        it -> it.getCoding().stream().allMatch(Carried::isTheme)),
                        "note", notes));
    }

    private static Elements patient() {
        return with(
                only("active", "birthDate"),
                Map.of(
                        "identifier",
                                all(
                                        Identifier.class,
                                        it -> hasSystem(it, Set.of(NhsNumber.SYSTEM, Hub.UPN, Hub.PERSON))),
                        "name", one(all(HumanName.class, it -> !it.hasPrefix() && !it.hasSuffix())),
                        "address", one(all(Address.class, it -> !it.hasText() && !it.hasCountry() && !it.hasState())),
                        "telecom",
                                one(all(
                                        ContactPoint.class,
                                        it -> it.getSystem() == ContactPoint.ContactPointSystem.PHONE)),
                        "extension",
                                all(
                                        Extension.class,
                                        it -> Set.of(Hub.HOME_AUTHORITY, Hub.NHS_NUMBER_ABSENT)
                                                .contains(it.getUrl()))));
    }

    private static Elements relative() {
        return with(
                only("active", "patient", "birthDate"),
                Map.of(
                        "relationship", one(all(CodeableConcept.class, it -> it.hasText() && !it.hasCoding())),
                        "name", one(all(HumanName.class, it -> true))));
    }

    private static Elements with(Elements others, Map<String, Predicate<List<Base>>> rules) {
        return (element, values) -> {
            Predicate<List<Base>> rule = rules.get(element);
            return rule == null ? others.carry(element, values) : rule.test(values);
        };
    }

    private static Predicate<List<Base>> one(Predicate<List<Base>> rule) {
        return values -> values.size() == 1 && rule.test(values);
    }

    private static <T extends Base> Predicate<List<Base>> all(Class<T> type, Predicate<T> rule) {
        return values -> values.stream().allMatch(it -> type.isInstance(it) && rule.test(type.cast(it)));
    }

    private static boolean hasSystem(Identifier identifier, Set<String> systems) {
        return identifier.hasSystem() && systems.stream().anyMatch(it -> Bars.sameSystem(it, identifier.getSystem()));
    }

    private static boolean isOfTheHub(CodeableConcept concept) {
        Set<String> read = Set.of(Hub.PURPOSE, Hub.LEVEL, Bars.SERVICE_REQUEST_CATEGORY, Bars.USE_CASES);
        return !concept.hasText() && concept.getCoding().stream().allMatch(it -> isOf(it, read));
    }

    private static boolean isTheme(Coding coding) {
        return isOf(coding, Set.of(Hub.THEME)) && ReferralReading.THEMES.contains(coding.getCode());
    }

    private static boolean isOf(Coding coding, Set<String> systems) {
        return coding.hasSystem() && systems.stream().anyMatch(it -> Bars.sameSystem(it, coding.getSystem()));
    }
}

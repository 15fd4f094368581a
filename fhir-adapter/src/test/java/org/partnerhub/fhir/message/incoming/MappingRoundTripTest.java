package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.Bundle;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.Disclosures;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.fhir.message.outgoing.OutgoingMessages;

/** What a referral says when it goes out as FHIR it still says when it comes in, and what comes in goes out the same again. */
class MappingRoundTripTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Target CAMHS = new Target(Hub.RECIPIENT, "cpft-camhs");

    /** A referral in the hub's words. */
    record Told(
            Map<String, Object> identity,
            Map<String, Object> contact,
            List<Map<String, Object>> household,
            List<String> statements,
            Map<String, Object> referral) {}

    @Property(tries = 60)
    void itComesInAsItWentOut(@ForAll("told") Told told) {
        Map<String, Object> read = read(sent(told));

        assertThat(read).containsEntry("reason", told.referral().get("reason"));
        assertThat(read).containsEntry("themes", told.referral().get("themes"));
        assertThat(read).containsEntry("level", told.referral().get("level"));
        assertThat(read).containsEntry("urgency", told.referral().get("urgency"));
        assertThat(read)
                .containsEntry(
                        "asks", List.of(Map.of("purpose", "mental-health-specialist", "recipient", "cpft-camhs")));
        Map<String, Object> subject = new HashMap<>(told.identity());
        subject.putAll(told.contact());
        assertThat(read.get("subject")).isEqualTo(subject);
        Map<?, ?> story = (Map<?, ?>) read.getOrDefault("story", Map.of());
        assertThat(texts(story)).containsExactlyElementsOf(told.statements());
        assertThat(household(story)).isEqualTo(told.household());
    }

    @Property(tries = 20)
    void nothingThatTheHubSendsIsUncarried(@ForAll("told") Told told) {
        IncomingMessage.NewReferral referral = message(sent(told));

        // notes say how it stands at the hub and what was withheld: nothing about the child
        assertThat(referral.remarks()).allMatch(it -> it.endsWith("no place for it: ServiceRequest.note."));
    }

    @Provide
    Arbitrary<Told> told() {
        return Combinators.combine(
                        identities(), contacts(), households(), words().list().ofMaxSize(3), referrals())
                .as(Told::new);
    }

    private static Arbitrary<Map<String, Object>> identities() {
        Arbitrary<String> numbers = Arbitraries.integers()
                .between(0, 9_999_999)
                .map("999%07d"::formatted)
                .filter(NhsNumber::isValid);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 9000).map(LocalDate.of(2001, 9, 1)::plusDays);
        return Combinators.combine(names().list().ofMinSize(1).ofMaxSize(3), names(), days, numbers)
                .as((given, family, day, number) -> Map.of(
                        "name", Map.of("given", given, "family", family),
                        "birthDate", day.toString(),
                        "nhsNumber", number));
    }

    private static Arbitrary<Map<String, Object>> contacts() {
        return Combinators.combine(words().list().ofMinSize(1).ofMaxSize(3), Arbitraries.of("CB1 1AA", "PE13 9ZZ"))
                .as((lines, postcode) ->
                        Map.of("address", Map.of("lines", lines, "postcode", postcode), "telephone", "01632 960123"));
    }

    private static Arbitrary<List<Map<String, Object>>> households() {
        return Combinators.combine(words(), Arbitraries.of("mother", "brother", "grandparent"))
                .as((name, relationship) -> Map.<String, Object>of("name", name, "relationship", relationship))
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<Map<String, Object>> referrals() {
        return Combinators.combine(
                        words(),
                        Arbitraries.of(List.of("health"), List.of("education", "health")),
                        Arbitraries.of("universal", "targeted", "specialist"),
                        Arbitraries.of("routine", "urgent", "emergency"))
                .as((reason, themes, level, urgency) -> Map.of(
                        "reason", reason, "themes", themes, "level", level, "urgency", urgency, "state", "requested"));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('\u00e9', '\u0142', '\'', '-')
                .ofMinLength(2)
                .ofMaxLength(12)
                .map(it -> "X" + it);
    }

    /** Words with what XML and JSON must escape. */
    private static Arbitrary<String> words() {
        return names().list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(it -> String.join(" & ", it))
                .map(it -> it + " <\"5\">");
    }

    private static Bundle sent(Told told) {
        Map<Category, Object> content = new HashMap<>();
        content.put(Category.IDENTITY, told.identity());
        content.put(Category.CONTACT, told.contact());
        content.put(Category.REFERRAL, told.referral());
        if (!told.household().isEmpty()) {
            content.put(Category.FAMILY, Map.of("household", told.household()));
        }
        if (!told.statements().isEmpty()) {
            content.put(
                    Category.EMOTIONAL_HEALTH,
                    Map.of(
                            "contributions",
                            IntStream.range(0, told.statements().size())
                                    .mapToObj(i ->
                                            Map.of("text", told.statements().get(i), "by", "cpft", "at", "2026-11-17"))
                                    .toList()));
        }
        return OutgoingMessages.message(Disclosures.referral(content), CAMHS, null, false);
    }

    /** By the wire, once in each form. */
    private static Map<String, Object> read(Bundle sent) {
        Bundle asXml = FHIR.newXmlParser()
                .parseResource(Bundle.class, FHIR.newXmlParser().encodeResourceToString(sent));
        Bundle asJson = FHIR.newJsonParser()
                .parseResource(Bundle.class, FHIR.newJsonParser().encodeResourceToString(asXml));
        return message(asJson).referral();
    }

    private static IncomingMessage.NewReferral message(Bundle bundle) {
        return (IncomingMessage.NewReferral) IncomingMessages.read(bundle, CAMHS);
    }

    private static List<String> texts(Map<?, ?> story) {
        return story.get("contributions") instanceof List<?> said
                ? said.stream()
                        .map(it -> String.valueOf(((Map<?, ?>) it).get("text")))
                        .toList()
                : List.of();
    }

    private static Object household(Map<?, ?> story) {
        Object household = story.get("household");
        return household == null ? List.of() : household;
    }
}

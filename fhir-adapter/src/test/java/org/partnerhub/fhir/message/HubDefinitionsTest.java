package org.partnerhub.fhir.message;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.sharing.Category;

/** What the code writes and what the contracts define are the same. */
class HubDefinitionsTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void theCategoriesAreTheContracts() {
        CodeSystem categories = (CodeSystem) definition("CodeSystem-information-category");

        assertThat(categories.getUrl()).isEqualTo(Hub.CATEGORY);
        assertThat(categories.getConcept())
                .extracting(CodeSystem.ConceptDefinitionComponent::getCode)
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::code).toList());
    }

    @Test
    void theCodeSystemsHaveTheUrlsAndCodesThatMessagesUse() {
        assertThat(codeSystem("theme").getUrl()).isEqualTo(Hub.THEME);
        assertThat(codeSystem("level").getUrl()).isEqualTo(Hub.LEVEL);
        assertThat(codeSystem("purpose").getUrl()).isEqualTo(Hub.PURPOSE);
        assertThat(codeSystem("message-events").getUrl()).isEqualTo(Hub.EVENTS);
        assertThat(codeSystem("message-events").getConceptFirstRep().getCode()).isEqualTo(Hub.WITHDRAWAL_EVENT);
        assertThat(codeSystem("task-output").getUrl()).isEqualTo(Hub.TASK_OUTPUT);
        assertThat(codeSystem("task-output").getConcept())
                .extracting(CodeSystem.ConceptDefinitionComponent::getCode)
                .containsExactly(Hub.BETTER_PLACE, Hub.OUTCOME);
    }

    @Test
    void theNamingSystemsAreThoseThatMessagesUse() {
        assertThat(Stream.of(
                                "recipient",
                                "partner",
                                "referral",
                                "delivery",
                                "person",
                                "unique-pupil-number",
                                "police-reference")
                        .map(id -> (NamingSystem) definition("NamingSystem-" + id))
                        .map(system -> system.getUniqueIdFirstRep().getValue()))
                .containsExactly(
                        Hub.RECIPIENT,
                        Hub.PARTNER,
                        Hub.REFERRAL,
                        Hub.DELIVERY,
                        Hub.PERSON,
                        Hub.UPN,
                        Hub.POLICE_REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nhs-number-absent", "hub-message", "home-authority", "not-kept"})
    void theProfilesAreStrictR4(String id) {
        StructureDefinition profile = (StructureDefinition) definition("StructureDefinition-" + id);

        assertThat(profile.getUrl()).endsWith("/" + id);
    }

    private static CodeSystem codeSystem(String id) {
        return (CodeSystem) definition("CodeSystem-" + id);
    }

    private static IBaseResource definition(String name) {
        try (InputStream file = HubDefinitionsTest.class.getResourceAsStream("/fhir/" + name + ".json")) {
            assertThat(file).as(name).isNotNull();
            IParser parser = FHIR.newJsonParser();
            parser.setParserErrorHandler(new StrictErrorHandler());
            return parser.parseResource(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package org.partnerhub.fhir;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.StructureRules;

class StructureTest {

    private static final String SERVICE = "org.partnerhub.fhir";

    @Test
    void packagesDependOnlyWhereTheyMay() {
        StructureRules.check(SERVICE);
    }

    /** The parts of HAPI and of the FHIR core library that fetch, unpack or transform; known holes need them. */
    @Test
    void nothingFetchesOrTransforms() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ca.uhn.fhir.rest.client..",
                        "org.hl7.fhir.utilities.npm..",
                        "org.hl7.fhir.utilities.xsl..",
                        "javax.xml.transform..")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(SERVICE));
    }
}

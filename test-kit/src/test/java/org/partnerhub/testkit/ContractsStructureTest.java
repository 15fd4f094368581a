package org.partnerhub.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What travels between services must be usable by whoever receives it, whatever they are built with. */
class ContractsStructureTest {

    @Test
    void theContractsDependOnNoFrameworkAndNoService() {
        JavaClasses contracts = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.partnerhub.contracts");

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.camel..",
                        "ca.uhn..",
                        "org.hl7..",
                        "java.sql..",
                        "jakarta.servlet..",
                        "com.rabbitmq..",
                        "org.partnerhub.support..")
                .check(contracts);
    }
}

package org.partnerhub.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a service's packages may depend on each other and on frameworks. A service's own test calls
 * {@code StructureRules.check("org.partnerhub.referral")}.
 */
public final class StructureRules {

    private static final String HUB = "org.partnerhub.";

    private static final List<String> SERVICES = List.of(
            HUB + "gateway", HUB + "referral", HUB + "consent", HUB + "notification", HUB + "fhir", HUB + "console");

    /** The only packages of a service that may know a framework, beside its root package, where it is wired. */
    private static final List<String> OUTER = List.of("http", "route", "store", "incoming", "outgoing");

    private static final String[] FRAMEWORKS = {
        "org.springframework..",
        "org.apache.camel..",
        "ca.uhn..",
        "org.hl7..",
        "java.sql..",
        "javax.sql..",
        "org.postgresql..",
        "com.rabbitmq..",
        "jakarta.servlet.."
    };

    private final String service;

    private StructureRules(String service) {
        this.service = service;
    }

    /** Checks every class of a service's root package; its tests are left out. */
    public static void check(String service) {
        of(service).check(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS);
    }

    static StructureRules of(String service) {
        return new StructureRules(service);
    }

    void checkIncludingTests() {
        check(location -> true);
    }

    private void check(ImportOption which) {
        JavaClasses classes = new ClassFileImporter().withImportOption(which).importPackages(service);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("No classes in " + service + ": the rules would hold of nothing.");
        }
        rules(service).forEach(rule -> rule.check(classes));
    }

    private static List<ArchRule> rules(String service) {
        List<ArchRule> rules = new ArrayList<>(List.of(
                importsNoOtherService(service),
                nounKnowsNoFramework(service),
                nounsDoNotGoRound(service),
                nullMarked()));
        if (!service.equals(HUB + "fhir")) {
            rules.add(seesNoHapi());
        }
        return rules;
    }

    private static ArchRule importsNoOtherService(String service) {
        String[] others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(other -> other + "..")
                .toArray(String[]::new);
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services speak over HTTP and events only");
    }

    private static ArchRule nounKnowsNoFramework(String service) {
        String[] outer = Stream.concat(Stream.of(service), OUTER.stream().map(layer -> service + ".." + layer + ".."))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(outer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORKS)
                .allowEmptyShould(true)
                .because("a noun's own package holds its rules; http, route and store hold the frameworks");
    }

    private static ArchRule nounsDoNotGoRound(String service) {
        return slices().matching(service + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private static ArchRule seesNoHapi() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn..", "org.hl7.fhir..")
                .because("only fhir-adapter sees HAPI");
    }

    private static ArchRule nullMarked() {
        return classes()
                .that(areNotPackageInfo())
                .should(beInNullMarkedPackage())
                .because("NullAway looks only at marked packages");
    }

    private static DescribedPredicate<JavaClass> areNotPackageInfo() {
        return DescribedPredicate.describe(
                "are not a package-info", it -> !it.getSimpleName().equals("package-info"));
    }

    private static ArchCondition<JavaClass> beInNullMarkedPackage() {
        return ArchCondition.from(DescribedPredicate.describe(
                "be in a @NullMarked package",
                it -> it.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")));
    }
}

package org.partnerhub.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.partnerhub.contracts.api.ApiCatalogue;
import org.partnerhub.contracts.api.ApiOperation;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * Whether the controllers of a service answer exactly the operations that the API documents say it owns. It reads the
 * annotations alone, so no service needs to be running.
 */
public final class ControllersMatchContract {

    private final String service;
    private final String packageName;
    private final Predicate<ApiOperation> answered;

    private ControllersMatchContract(String service, String packageName, Predicate<ApiOperation> answered) {
        this.service = service;
        this.packageName = packageName;
        this.answered = answered;
    }

    /** The controllers in a package and below it, and the operations of a service. */
    public static ControllersMatchContract of(String service, String packageName) {
        return new ControllersMatchContract(service, packageName, operation -> true);
    }

    /** Leaves out operations that something other than a controller answers, such as a FHIR servlet. */
    public ControllersMatchContract exceptBelow(String path) {
        return new ControllersMatchContract(
                service,
                packageName,
                answered.and(operation -> !operation.path().startsWith(path)));
    }

    /** Fails naming each operation that nobody answers and each mapping that no document lists. */
    public void verify() {
        assertThat(mapped())
                .as("what the controllers of " + service + " answer, beside openapi/*.yaml")
                .containsExactlyInAnyOrderElementsOf(promised());
    }

    private Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        Stream.of(ApiCatalogue.outside(), ApiCatalogue.inside())
                .flatMap(it -> it.ownedBy(service).stream())
                .filter(answered)
                .forEach(it -> promised.add(it.method() + " " + unnamed(it.path())));
        return promised;
    }

    private Set<String> mapped() {
        Set<String> mapped = new TreeSet<>();
        new Controllers()
                .below(packageName)
                .forEach(mapping -> methods(mapping)
                        .forEach(method ->
                                mapping.getPatternValues().forEach(path -> mapped.add(method + " " + unnamed(path)))));
        return mapped;
    }

    /** A mapping without a method answers every one, which no document promises: all are listed. */
    private static Stream<RequestMethod> methods(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Arrays.stream(RequestMethod.values()) : methods.stream();
    }

    /** Variables may be called differently on both sides. */
    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}

package org.partnerhub.fhir.validation.incoming;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Remark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Validates what came in: by base R4 and the hub's own definitions always, by the operator's profiles where there are any. A message is never
 * held up for it: one that is too large, or that takes too long, is taken with a note, because a referral that waits helps no child.
 */
@Component
public class Validation implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Validation.class);
    private static final int MOST_REMARKS = 20;

    private final ValidationSettings settings;
    private final Validators base;
    private final @Nullable Validators profiled;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            Runtime.getRuntime().availableProcessors(),
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("validation-", 0).daemon().factory());

    Validation(ValidationSettings settings, FhirContext fhir) {
        this.settings = settings;
        PrePopulatedValidationSupport own = Definitions.ofTheHub(fhir);
        this.base = new Validators(fhir, own);
        this.profiled = settings.profiles() == null
                ? null
                : new Validators(fhir, own, Definitions.in(settings.profiles(), fhir));
    }

    /**
     * What its sender should hear.
     *
     * @param bytes size of the body that it was read from
     * @throws MessageRefused where it is no R4, or fails a profile and profiles are strict
     */
    public List<Remark> check(Resource resource, int bytes) {
        if (bytes > settings.validationSize().toBytes() || resources(resource) > settings.validationResources()) {
            return List.of(Remark.note("It is too large to be validated and was taken without."));
        }
        try {
            return inTime(threads.submit(() -> checked(resource)));
        } catch (RejectedExecutionException busy) {
            return taken(busy);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof MessageRefused refused) {
                throw refused;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private List<Remark> inTime(Future<List<Remark>> remarks) throws ExecutionException, InterruptedException {
        try {
            return remarks.get(settings.validationTime().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException outOfTime) {
            remarks.cancel(true); // see StopsWhenAsked
            return taken(outOfTime);
        }
    }

    private static List<Remark> taken(Exception why) {
        LOG.warn("A message was taken without validation: {}", why.getClass().getSimpleName());
        return List.of(Remark.note("It could not be validated in time and was taken without."));
    }

    /** The same without a limit of time, on this thread: for warming up. */
    public List<Remark> checked(Resource resource) {
        Set<Finding> findings = base.findings(resource);
        findings.stream().filter(it -> !it.isTerminology()).findFirst().ifPresent(it -> {
            throw MessageRefused.notR4(it.element(), it.words());
        });
        List<Remark> remarks = new ArrayList<>();
        findings.forEach(it -> remarks.add(Remark.warning(it.words())));
        if (profiled != null) {
            remarks.addAll(byProfiles(resource, findings, profiled));
        }
        unloaded(resource).forEach(it -> remarks.add(Remark.note("The profile " + it + " is not loaded here.")));
        return remarks.size() <= MOST_REMARKS ? remarks : List.copyOf(remarks.subList(0, MOST_REMARKS));
    }

    /** How many there are, within others too. */
    private static int resources(Resource resource) {
        Stream<Resource> within = switch (resource) {
            case Bundle bundle ->
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Objects::nonNull);
            case DomainResource domain -> domain.getContained().stream();
            default -> Stream.empty();
        };
        return 1 + within.mapToInt(Validation::resources).sum();
    }

    private List<Remark> byProfiles(Resource resource, Set<Finding> already, Validators profiles) {
        List<Finding> failures = profiles.findings(resource).stream()
                .filter(it -> !already.contains(it))
                .toList();
        if (settings.profilesStrict() && !failures.isEmpty()) {
            Finding first = failures.getFirst();
            throw MessageRefused.unprocessable(first.element(), first.words());
        }
        return failures.stream().map(it -> Remark.warning(it.words())).toList();
    }

    private List<String> unloaded(Resource resource) {
        Validators known = profiled == null ? base : profiled;
        Stream<Resource> all = resource instanceof Bundle bundle
                ? Stream.concat(
                        Stream.of(bundle),
                        bundle.getEntry().stream()
                                .map(Bundle.BundleEntryComponent::getResource)
                                .filter(Objects::nonNull))
                : Stream.of(resource);
        return all.flatMap(it -> it.getMeta().getProfile().stream())
                .map(CanonicalType::getValue)
                .distinct()
                .filter(it -> it.matches("https?://[A-Za-z0-9./|_-]{1,200}") && !known.knows(it))
                .toList();
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}

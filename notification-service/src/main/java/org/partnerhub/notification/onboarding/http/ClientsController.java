package org.partnerhub.notification.onboarding.http;

import java.util.Optional;
import java.util.UUID;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.notification.onboarding.Onboarding;
import org.partnerhub.notification.onboarding.OnboardingState;
import org.partnerhub.notification.onboarding.outgoing.Registrations;
import org.partnerhub.notification.onboarding.outgoing.Registrations.Registration;
import org.partnerhub.notification.onboarding.store.Onboardings;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Making an approved partner's client. */
@RestController
class ClientsController {

    private static final String RETRY_SECONDS = "10";

    private final Onboardings onboardings;
    private final Registrations registrations;
    private final OfficerLooks looks;

    ClientsController(Onboardings onboardings, Registrations registrations, OfficerLooks looks) {
        this.onboardings = onboardings;
        this.registrations = registrations;
        this.looks = looks;
    }

    record Wanted(String reason, int version) {}

    @PostMapping("/partners/onboardings/{id}/client")
    ResponseEntity<Object> make(@PathVariable UUID id, @RequestBody byte[] body, Caller operator) {
        Wanted wanted = JsonBodies.read(body, "onboarding-client", Wanted.class);
        Optional<Onboarding> found = onboardings.find(id);
        if (found.isEmpty()) {
            return Onboarded.notThere();
        }
        if (found.get().state() != OnboardingState.APPROVED || found.get().version() != wanted.version()) {
            return Onboarded.somebodyWasFaster();
        }
        return looks.before(
                operator,
                new Look(
                        "partner-client-made",
                        wanted.reason(),
                        null,
                        "partner/" + found.get().partner().id()),
                () -> answer(registrations.register(id, wanted.version(), operator.subject())));
    }

    private static ResponseEntity<Object> answer(Registration registration) {
        return switch (registration) {
            case Registration.Done it ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(it.client());
            case Registration.NotNow _ -> Onboarded.somebodyWasFaster();
            case Registration.Declined _ ->
                ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "client-not-taken",
                        "Keycloak did not take the client: one of this name may be there already. Ask whoever runs Keycloak to look.");
            case Registration.Unavailable _ ->
                unavailable("Keycloak does not answer, or does not know the hub's own account; try again shortly.");
            case Registration.NotSetUp _ ->
                unavailable("Set hub.registrar.secret, or have the client made by whoever runs Keycloak.");
        };
    }

    private static ResponseEntity<Object> unavailable(String detail) {
        ResponseEntity<Object> problem =
                ProblemResponse.of(HttpStatus.SERVICE_UNAVAILABLE, "temporarily-unavailable", detail);
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(problem.getBody());
    }
}

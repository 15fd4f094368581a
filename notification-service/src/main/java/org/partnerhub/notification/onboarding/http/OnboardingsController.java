package org.partnerhub.notification.onboarding.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.notification.onboarding.Decision;
import org.partnerhub.notification.onboarding.Onboarding;
import org.partnerhub.notification.onboarding.OnboardingState;
import org.partnerhub.notification.onboarding.Proposal;
import org.partnerhub.notification.onboarding.ProposalRules;
import org.partnerhub.notification.onboarding.outgoing.Approvals;
import org.partnerhub.notification.onboarding.store.Onboardings;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking a partner on: one operator proposes, another decides; each act is in the disclosure log before it is done. */
@RestController
@RequestMapping("/partners/onboardings")
class OnboardingsController {

    private final Onboardings onboardings;
    private final Approvals approvals;
    private final ProposalRules rules;
    private final CurrentDirectory directory;
    private final OfficerLooks looks;

    OnboardingsController(
            Onboardings onboardings,
            Approvals approvals,
            ProposalRules rules,
            CurrentDirectory directory,
            OfficerLooks looks) {
        this.onboardings = onboardings;
        this.approvals = approvals;
        this.rules = rules;
        this.directory = directory;
        this.looks = looks;
    }

    @GetMapping
    Map<String, List<Onboarding>> list() {
        return Map.of("items", onboardings.newest());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id) {
        return onboardings
                .find(id)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(Onboarded::notThere);
    }

    @PostMapping
    ResponseEntity<Object> propose(@RequestBody byte[] body, Caller operator) {
        Proposal proposal = JsonBodies.read(body, "partner-onboarding", Proposal.class);
        List<Violation> violations = rules.violations(proposal, directory.get());
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        return looks.before(
                operator,
                new Look(
                        "partner-proposed",
                        proposal.reason(),
                        null,
                        "partner/" + proposal.partner().id()),
                () -> proposed(proposal, operator.subject()));
    }

    private ResponseEntity<Object> proposed(Proposal proposal, String operator) {
        return onboardings
                .propose(UUID.randomUUID(), proposal, operator)
                .<ResponseEntity<Object>>map(
                        it -> ResponseEntity.created(URI.create("/partners/onboardings/" + it.id()))
                                .body(it))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "A partner of this id is proposed or taken on already; look at the list."));
    }

    @PostMapping("/{id}/decision")
    ResponseEntity<Object> decide(@PathVariable UUID id, @RequestBody byte[] body, Caller operator) {
        Decision decision = JsonBodies.read(body, "onboarding-decision", Decision.class);
        Optional<Onboarding> found = onboardings.find(id);
        if (found.isEmpty()) {
            return Onboarded.notThere();
        }
        Onboarding onboarding = found.get();
        if (onboarding.proposedBy().equals(operator.subject())) {
            return ProblemResponse.of(
                    HttpStatus.FORBIDDEN,
                    "own-proposal",
                    "You proposed this yourself; it is approved or refused by another operator.");
        }
        if (onboarding.state() != OnboardingState.PROPOSED || onboarding.version() != decision.version()) {
            return Onboarded.somebodyWasFaster();
        }
        return looks.before(
                operator,
                new Look(
                        decision.approved() ? "partner-approved" : "partner-refused",
                        decision.reason(),
                        null,
                        "partner/" + onboarding.partner().id()),
                () -> approvals
                        .decide(id, decision, operator.subject())
                        .<ResponseEntity<Object>>map(ResponseEntity::ok)
                        .orElseGet(Onboarded::somebodyWasFaster));
    }
}

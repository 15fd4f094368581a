package org.partnerhub.consent.override.http;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.officer.http.Officers;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.consent.override.Authorised;
import org.partnerhub.consent.override.OverrideGround;
import org.partnerhub.consent.override.Proposal;
import org.partnerhub.consent.override.store.OverrideAuthoriser;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where officers authorise sharing without consent. */
@RestController
class OverridesController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private final OverrideAuthoriser authoriser;
    private final Subjects subjects;
    private final Clock clock;

    OverridesController(OverrideAuthoriser authoriser, Subjects subjects, Clock clock) {
        this.authoriser = authoriser;
        this.subjects = subjects;
        this.clock = clock;
    }

    @PostMapping("/overrides")
    ResponseEntity<Object> authorise(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        if (key != null && !KEY.matcher(key).matches()) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-unusable",
                    "Send an Idempotency-Key of 8 to 128 letters, digits and . _ : -, or none.");
        }
        Sent sent = JsonBodies.read(body, "override", Sent.class);
        Reason reason = subjects.reason(sent.reason(), "/reason");
        Proposal proposal = new Proposal(
                subjects.known(sent.person()).person(),
                sent.ground(),
                sent.purpose(),
                sent.recipients(),
                sent.categories(),
                reason,
                Duration.ofHours(sent.hours()),
                Boolean.TRUE.equals(sent.despiteRefusal()));
        return switch (authoriser.authorise(proposal, key, caller)) {
            case Authorised.Now(var queued) ->
                ResponseEntity.created(
                                URI.create("/overrides/" + queued.override().id()))
                        .body(OverrideAnswer.of(queued, clock.instant()));
            case Authorised.NotTheirs(var roles) -> notTheirs(roles);
            case Authorised.KeyUsedForAnother() ->
                ProblemResponse.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another authorisation; send a new one under a new key.");
            case Authorised.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    private static ResponseEntity<Object> notTheirs(Set<String> roles) {
        return ProblemResponse.of(
                HttpStatus.FORBIDDEN,
                "role-may-not-override",
                roles.isEmpty()
                        ? "Nobody may share without consent for this purpose."
                        : "Ask somebody in one of these roles: " + String.join(", ", roles) + ".");
    }

    private record Sent(
            PersonId person,
            Purpose purpose,
            OverrideGround ground,
            Set<RecipientId> recipients,
            Set<Category> categories,
            String reason,
            int hours,
            @Nullable Boolean despiteRefusal) {
        @Override
        public String toString() {
            return "Sent[hidden]";
        }
    }
}

package org.partnerhub.notification.stay.http;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.stay.outgoing.Subjects;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.notification.stay.store.Visits;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** Admissions and what is told about them later, in JSON. */
@RestController
@RequestMapping("/admissions")
class AdmissionsController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");
    private static final String RETRY_SECONDS = "5";

    private final Intake intake;
    private final Subjects subjects;
    private final StayAccess access;
    private final Stays stays;
    private final Standings standings;
    private final StayLooks looks;
    private final Clock clock;

    AdmissionsController(
            Intake intake,
            Subjects subjects,
            StayAccess access,
            Stays stays,
            Standings standings,
            StayLooks looks,
            Clock clock) {
        this.looks = looks;
        this.intake = intake;
        this.subjects = subjects;
        this.access = access;
        this.stays = stays;
        this.standings = standings;
        this.clock = clock;
    }

    private record Received(UUID id, String state, Map<String, String> links) {}

    @PostMapping
    ResponseEntity<Object> notify(
            @RequestHeader("Idempotency-Key") String key, @RequestBody byte[] body, Caller caller) {
        checkKey(key);
        Bodies.Admission admission = JsonBodies.read(body, "admission", Bodies.Admission.class);
        PersonId person = admission.person();
        try {
            if (person != null && subjects.find(person).isEmpty()) {
                throw new BadInput(
                        "/subject/personId", "Nobody has this id: send the person's name, birth date and NHS number.");
            }
        } catch (RestClientException unanswered) {
            return notNow();
        }
        PartnerId partner = new PartnerId(caller.requiredPartner());
        Intake.Taken taken = intake.admission(partner, key, body, admission.report(clock.instant()));
        return answer(taken, HttpStatus.CREATED);
    }

    @PostMapping("/{id}/transfer")
    ResponseEntity<Object> transfer(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Caller caller) {
        return later(id, key, body, JsonBodies.read(body, "stay-transfer", Bodies.Transfer.class), caller);
    }

    @PostMapping("/{id}/discharge")
    ResponseEntity<Object> discharge(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Caller caller) {
        return later(id, key, body, JsonBodies.read(body, "stay-discharge", Bodies.Discharge.class), caller);
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Object> cancel(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Caller caller) {
        return later(id, key, body, JsonBodies.read(body, "stay-cancellation", Bodies.Cancellation.class), caller);
    }

    @PostMapping("/{id}/leave")
    ResponseEntity<Object> leave(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Caller caller) {
        return later(id, key, body, JsonBodies.read(body, "stay-leave", Bodies.Leave.class), caller);
    }

    private ResponseEntity<Object> later(UUID id, String key, byte[] body, Bodies.Later told, Caller caller) {
        checkKey(key);
        return access.own(id, caller)
                .map(it -> answer(
                        intake.later(id, it.partner(), "json", key, body, told.report(clock.instant())), HttpStatus.OK))
                .orElseGet(AdmissionsController::notThere);
    }

    /** What a person found out: the setting's own, or an officer. */
    @PostMapping("/{id}/answer")
    ResponseEntity<Object> answer(
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody byte[] body,
            Caller caller) {
        checkKey(key);
        Bodies.Answer answer = JsonBodies.read(body, "stay-answer", Bodies.Answer.class);
        return access.known(id, caller)
                .filter(it ->
                        StayAccess.isOfficer(caller) || access.own(id, caller).isPresent())
                .map(it -> answer(
                        intake.later(
                                id,
                                it.partner(),
                                "answer",
                                caller.subject() + ":" + key,
                                body,
                                answer.report(clock.instant())),
                        HttpStatus.OK))
                .orElseGet(AdmissionsController::notThere);
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller caller) {
        return access.known(id, caller)
                .map(it -> looks.before(caller, "stay", it.subject(), () -> ResponseEntity.ok(standing(it, caller))))
                .orElseGet(AdmissionsController::notThere);
    }

    private Standings.Standing standing(Visits.Row admission, Caller reader) {
        List<Stays.Row> of = stays.ofAdmission(admission.id());
        return of.isEmpty() ? Standings.received(admission.id()) : standings.of(admission.id(), of.getLast(), reader);
    }

    private static void checkKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new BadInput(
                    "/Idempotency-Key", "Send 8 to 128 letters, digits, dots, colons, hyphens or underscores.");
        }
    }

    private static ResponseEntity<Object> answer(Intake.Taken taken, HttpStatus status) {
        return switch (taken) {
            case Intake.Taken.Kept it -> {
                URI self = URI.create("/admissions/" + it.admission());
                yield ResponseEntity.status(status)
                        .location(self)
                        .body(new Received(it.admission(), "received", Map.of("self", self.toString())));
            }
            case Intake.Taken.KeyUsed() ->
                ProblemResponse.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was sent with another body; use a fresh key for something new.");
        };
    }

    private static ResponseEntity<Object> notNow() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "Nothing was stored; send the same request again later."));
    }

    static ResponseEntity<Object> notThere() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "There is no such admission among yours.");
    }
}

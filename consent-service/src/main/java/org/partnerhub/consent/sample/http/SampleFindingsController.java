package org.partnerhub.consent.sample.http;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.sample.Mark;
import org.partnerhub.consent.sample.Noted;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.consent.sample.store.SampleFindings;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Officers answer the checklist for one entry of a sample. */
@RestController
class SampleFindingsController {

    private final SampleFindings findings;

    SampleFindingsController(SampleFindings findings) {
        this.findings = findings;
    }

    @PutMapping("/log/samples/{id}/findings/{sequence}")
    ResponseEntity<Object> record(
            @PathVariable UUID id, @PathVariable long sequence, @RequestBody byte[] body, Caller officer) {
        Sent sent = JsonBodies.read(body, "sample-finding", Sent.class);
        Noted noted = findings.record(
                new SampleId(id), sequence, sent.version(), sent.answers(), sent.note(), officer.subject());
        return switch (noted) {
            case Noted.Done(var finding) -> ResponseEntity.ok(finding);
            case Noted.NotFound() ->
                ProblemResponse.of(
                        HttpStatus.NOT_FOUND, "not-found", "There is no such sample, or it has no such entry.");
            case Noted.ChangedMeanwhile() ->
                ProblemResponse.of(
                        HttpStatus.CONFLICT,
                        "wrong-state",
                        "Somebody else recorded a finding meanwhile; read the sample again.");
            case Noted.Nonsense(var violations) -> throw new BadInput(violations);
        };
    }

    private record Sent(
            int version,
            Map<String, Mark> answers,
            @Nullable String note) {}
}

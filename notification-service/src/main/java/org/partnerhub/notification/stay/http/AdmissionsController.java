package org.partnerhub.notification.stay.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.mailbox.store.Acknowledgements;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.stay.Admission;
import org.partnerhub.notification.stay.Stay;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Admissions.Stored;
import org.partnerhub.notification.stay.store.Stays;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/admissions")
class AdmissionsController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private final Intake intake;
    private final Admissions admissions;
    private final Stays stays;
    private final CurrentDirectory directory;
    private final Acknowledgements acknowledgements;

    AdmissionsController(
            Intake intake,
            Admissions admissions,
            Stays stays,
            CurrentDirectory directory,
            Acknowledgements acknowledgements) {
        this.intake = intake;
        this.admissions = admissions;
        this.stays = stays;
        this.directory = directory;
        this.acknowledgements = acknowledgements;
    }

    private record Received(UUID id, String state, Map<String, String> links) {}

    /** Why, in words without a personal value. */
    private record Reason(String rule, String source, String words) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Standing(
            UUID id,
            String state,
            @Nullable String section,
            @Nullable String authority,
            List<RecipientId> notified,
            @Nullable Instant acknowledgedAt,
            List<Reason> why) {}

    @PostMapping
    ResponseEntity<Object> notify(
            @RequestHeader("Idempotency-Key") String key, @RequestBody byte[] body, Caller caller) {
        if (!KEY.matcher(key).matches()) {
            throw new BadInput(
                    "/Idempotency-Key", "Send 8 to 128 letters, digits, dots, colons, hyphens or underscores.");
        }
        JsonBodies.read(body, "admission", Admission.class);
        return switch (intake.take(new PartnerId(caller.requiredPartner()), key, body)) {
            case Intake.Taken.Kept it -> {
                URI self = URI.create("/admissions/" + it.id());
                yield ResponseEntity.created(self)
                        .body(new Received(it.id(), "received", Map.of("self", self.toString())));
            }
            case Intake.Taken.KeyUsed() ->
                ProblemResponse.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was sent with another body; use a fresh key for a new admission.");
        };
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> read(@PathVariable UUID id, Caller caller) {
        Optional<Stay> stay = stays.ofMessage(id);
        return admissions
                .find(id)
                .filter(it -> mayRead(it, stay, new PartnerId(caller.requiredPartner())))
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok(standing(it, stay)))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.NOT_FOUND, "not-found", "There is no such admission among yours."));
    }

    private boolean mayRead(Stored message, Optional<Stay> stay, PartnerId partner) {
        List<RecipientId> own =
                directory.get().operatedBy(partner).stream().map(Recipient::id).toList();
        return message.partner().equals(partner)
                || stay.map(Stay::recipient).filter(own::contains).isPresent();
    }

    private Standing standing(Stored message, Optional<Stay> stay) {
        return stay.map(it -> new Standing(
                        message.id(),
                        it.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        it.section(),
                        it.authority(),
                        Optional.ofNullable(it.recipient()).map(List::of).orElse(List.of()),
                        Optional.ofNullable(it.delivery())
                                .flatMap(acknowledgements::find)
                                .orElse(null),
                        it.explanation().stream()
                                .map(why -> new Reason(why.rule(), why.source(), why.words()))
                                .toList()))
                .orElseGet(() -> new Standing(message.id(), "received", null, null, List.of(), null, List.of()));
    }
}

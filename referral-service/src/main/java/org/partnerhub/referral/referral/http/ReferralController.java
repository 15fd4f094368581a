package org.partnerhub.referral.referral.http;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Reception;
import org.partnerhub.referral.referral.ReferralFilter;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.referral.Soundness;
import org.partnerhub.referral.referral.store.Intake;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Taking referrals and listing them. */
@RestController
@RequestMapping("/referrals")
class ReferralController {

    private static final int LONGEST_LIST = 200;

    private final Intake intake;
    private final Soundness soundness;
    private final Referrals referrals;
    private final KnownDirectory directory;
    private final Clock clock;

    ReferralController(Intake intake, Soundness soundness, Referrals referrals, KnownDirectory directory, Clock clock) {
        this.intake = intake;
        this.soundness = soundness;
        this.referrals = referrals;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<?> send(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        Optional<Directory> known = directory.last();
        if (known.isEmpty()) {
            return Refusals.notReady();
        }
        PartnerId sender = new PartnerId(caller.requiredPartner());
        if (known.get().partner(sender).isEmpty()) {
            return Refusals.unknownPartner();
        }
        if (key == null || !IdempotencyKey.isSound(key)) {
            return Refusals.keyRequired();
        }
        SentReferral sent = JsonBodies.read(body, "referral", SentReferral.class);
        List<Violation> violations = soundness.violations(sent, sender, known.get(), clock.instant());
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        return switch (intake.take(sender, key, IdempotencyKey.hash(body), sent)) {
            case Reception.Taken taken -> taken(taken);
            case Reception.KeyUsedForOtherBody _ -> Refusals.keyUsedForOtherBody();
            case Reception.NobodyKnown _ ->
                throw new BadInput(
                        "/subject/personId", "Write the id of a person whom the hub knows, or demographics.");
            case Reception.NoChild _ ->
                throw new BadInput(
                        sent.subject().personId() == null ? "/subject/birthDate" : "/subject/personId",
                        "Name somebody under 26; adults belong into the story's household.");
        };
    }

    /**
     * The newest referrals that the caller sent or may know of; ids only, for what they say is decided one by one.
     *
     * @param state of the caller's own recipients, which know it
     * @param before only what was received before; the way to the next page
     */
    @GetMapping
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String recipient,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String before,
            Caller caller) {
        if (limit < 1 || limit > LONGEST_LIST) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST, "bad-input", "Write a limit from 1 to " + LONGEST_LIST + ".");
        }
        PartnerId partner = new PartnerId(caller.requiredPartner());
        List<String> own = directory.last().stream()
                .flatMap(known -> known.operatedBy(partner).stream())
                .map(it -> it.id().value())
                .toList();
        ReferralFilter filter = ListWish.read(role, recipient, state, person, before);
        return ResponseEntity.ok(ReferralList.of(referrals.of(partner, own, filter, limit), limit));
    }

    private static ResponseEntity<ReferralTaken> taken(Reception.Taken taken) {
        return ResponseEntity.created(URI.create("/referrals/" + taken.referral()))
                .body(ReferralTaken.of(taken));
    }
}

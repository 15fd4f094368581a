package org.partnerhub.referral.referral.http;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Reception;
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

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");
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
        if (key == null || !KEY.matcher(key).matches()) {
            return Refusals.keyRequired();
        }
        SentReferral sent = JsonBodies.read(body, "referral", SentReferral.class);
        List<Violation> violations = soundness.violations(sent, known.get(), clock.instant());
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        return switch (intake.take(sender, key, sha256(body), sent)) {
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

    /** The newest referrals that the caller sent or may know of; ids only, for what they say is decided one by one. */
    @GetMapping
    ResponseEntity<?> list(@RequestParam(defaultValue = "50") int limit, Caller caller) {
        if (limit < 1 || limit > LONGEST_LIST) {
            return ProblemResponse.of(
                    HttpStatus.BAD_REQUEST, "bad-input", "Write a limit from 1 to " + LONGEST_LIST + ".");
        }
        PartnerId partner = new PartnerId(caller.requiredPartner());
        List<String> recipients = directory.last().stream()
                .flatMap(known -> known.operatedBy(partner).stream())
                .map(recipient -> recipient.id().value())
                .toList();
        return ResponseEntity.ok(new ReferralList(referrals.of(partner, recipients, limit).stream()
                .map(ReferralList.Item::of)
                .toList()));
    }

    private static ResponseEntity<ReferralTaken> taken(Reception.Taken taken) {
        return ResponseEntity.created(URI.create("/referrals/" + taken.referral()))
                .body(ReferralTaken.of(taken));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

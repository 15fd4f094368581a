package org.partnerhub.referral.story.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.story.Addition;
import org.partnerhub.referral.story.ContributionSoundness;
import org.partnerhub.referral.story.SentContribution;
import org.partnerhub.referral.story.store.Contributing;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Where partners add to a story. */
@RestController
class ContributionController {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Contributing contributing;
    private final KnownDirectory directory;
    private final Clock clock;

    ContributionController(Contributing contributing, KnownDirectory directory, Clock clock) {
        this.contributing = contributing;
        this.directory = directory;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/contributions")
    ResponseEntity<?> add(
            @PathVariable PersonId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        if (directory.last().isEmpty()) {
            return StoryRefusals.notReady();
        }
        if (directory.required().partner(partner).isEmpty()) {
            return StoryRefusals.unknownPartner();
        }
        if (key == null || !StoryRefusals.KEY.matcher(key).matches()) {
            return StoryRefusals.keyRequired();
        }
        SentContribution sent = JsonBodies.read(body, "contribution", SentContribution.class);
        List<Violation> violations =
                ContributionSoundness.violations(sent, LocalDate.ofInstant(clock.instant(), ENGLAND));
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        return answer(contributing.add(partner, id, key, sha256(id, body), sent));
    }

    private static ResponseEntity<?> answer(Addition addition) {
        return switch (addition) {
            case Addition.Added added ->
                ResponseEntity.created(URI.create("/people/" + added.person() + "/story"))
                        .body(ContributionTaken.of(added));
            case Addition.NobodyOfYours() -> StoryRefusals.nobodyOfYours();
            case Addition.KeyUsedForOtherBody() -> StoryRefusals.keyUsedForOtherBody();
            case Addition.NotYoursToCorrect() ->
                throw new BadInput(
                        "/corrects", "Write the id of a contribution of your own to this story, of the same form.");
            case Addition.CorrectedAlready() ->
                StoryRefusals.wrongState("It was corrected before; correct what stands in its place now.");
            case Addition.SomebodyLeads() ->
                StoryRefusals.wrongState("Somebody else leads, and there is one lead professional at a time. Read the"
                        + " story's plan, and name its leadProfessionalContribution in takesOverFrom to hand"
                        + " over.");
        };
    }

    private static byte[] sha256(PersonId id, byte[] body) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(id.toString().getBytes(StandardCharsets.UTF_8));
            return hash.digest(body);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

package org.partnerhub.referral.referral.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Acted;
import org.partnerhub.referral.referral.Areas;
import org.partnerhub.referral.referral.Cancellation;
import org.partnerhub.referral.referral.Update;
import org.partnerhub.referral.referral.store.Cancellations;
import org.partnerhub.referral.referral.store.Updates;
import org.partnerhub.referral.story.ContributionSoundness;
import org.partnerhub.referral.story.ToldStory;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a sender does with a referral that it sent: adds to it, or takes it back. */
@RestController
class SenderController {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Updates updates;
    private final Cancellations cancellations;
    private final KnownDirectory directory;
    private final Areas areas;
    private final Clock clock;

    SenderController(Updates updates, Cancellations cancellations, KnownDirectory directory, Areas areas, Clock clock) {
        this.updates = updates;
        this.cancellations = cancellations;
        this.directory = directory;
        this.areas = areas;
        this.clock = clock;
    }

    @PostMapping("/referrals/{id}/updates")
    ResponseEntity<?> update(
            @PathVariable ReferralId id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Caller caller) {
        if (directory.last().isEmpty()) {
            return Refusals.notReady();
        }
        if (key == null || !IdempotencyKey.isSound(key)) {
            return Refusals.keyRequired();
        }
        Update update = JsonBodies.read(body, "update", Update.class);
        check(update);
        return answer(
                id, updates.take(id, new PartnerId(caller.requiredPartner()), key, IdempotencyKey.hash(body), update));
    }

    private void check(Update update) {
        List<Violation> found = new ArrayList<>();
        ToldStory story = update.story();
        if (story != null) {
            ContributionSoundness.told(story, LocalDate.ofInstant(clock.instant(), ENGLAND), found);
        }
        RecipientId named = update.recipient();
        if (named != null && directory.required().recipient(named).isEmpty()) {
            found.add(new Violation("/recipient", "Write a recipient of the hub's directory, or leave it out."));
        }
        String area = update.area();
        if (area != null && !areas.serves(area)) {
            found.add(new Violation("/area", "Write the code of an area that the hub serves."));
        }
        if (!found.isEmpty()) {
            throw new BadInput(found);
        }
    }

    @PostMapping("/referrals/{id}/cancellation")
    ResponseEntity<?> cancel(@PathVariable ReferralId id, @RequestBody byte[] body, Caller caller) {
        if (directory.last().isEmpty()) {
            return Refusals.notReady();
        }
        Cancellation cancellation = JsonBodies.read(body, "cancellation", Cancellation.class);
        return answer(id, cancellations.take(id, new PartnerId(caller.requiredPartner()), cancellation));
    }

    private static ResponseEntity<?> answer(ReferralId id, Acted acted) {
        return switch (acted) {
            case Acted.Done done -> ResponseEntity.ok(ReferralStanding.of(id, done));
            case Acted.Over(var recipients) -> Refusals.over(recipients);
            case Acted.NotYours() -> Refusals.notFound();
            case Acted.KeyUsedForOtherBody() -> Refusals.keyUsedForOtherBody();
        };
    }
}

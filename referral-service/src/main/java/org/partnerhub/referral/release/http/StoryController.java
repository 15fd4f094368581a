package org.partnerhub.referral.release.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.release.store.Releases;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.support.security.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The story for a partner that asks, so that it need not ask the family again. */
@RestController
class StoryController {

    private final PulledDisclosures disclosures;
    private final Releases releases;
    private final Checkpoints checkpoints;
    private final Pathways pathways;
    private final Asking asking;
    private final Clock clock;
    private final String audience;

    StoryController(
            PulledDisclosures disclosures,
            Releases releases,
            Checkpoints checkpoints,
            Pathways pathways,
            Asking asking,
            Clock clock,
            @Value("${spring.application.name}") String audience) {
        this.disclosures = disclosures;
        this.releases = releases;
        this.checkpoints = checkpoints;
        this.pathways = pathways;
        this.asking = asking;
        this.clock = clock;
        this.audience = audience;
    }

    @GetMapping("/people/{id}/story")
    @Nullable
    ResponseEntity<?> story(
            @PathVariable("id") PersonId named,
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String recipient,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        PersonId id = releases.current(named);
        Purpose why = asking.purpose(purpose);
        Set<Category> categories = pathways.tells(why);
        DecisionRequest request = new DecisionRequest(
                id,
                asking.recipient(partner, recipient),
                why,
                categories,
                UUID.randomUUID(),
                1,
                Set.of(audience),
                "story/" + id,
                partner.value());
        Pulled pulled = disclosures.pull(request, (permit, decided) -> {
            releases.askedAbout(partner, id);
            return disclosure(permit, decided, request);
        });
        return switch (pulled) {
            case Pulled.Told told -> disclosures.tell(told, response);
            case Pulled.Refused(Missing missing) -> Asking.refused(missing);
            case Pulled.Undecided() -> Undecidable.later();
        };
    }

    private Disclosure disclosure(Permit permit, DecisionAnswer decided, DecisionRequest request) {
        return new Disclosure(
                request.delivery(),
                "story",
                request.source(),
                request.subject(),
                request.recipient(),
                request.purpose(),
                decided.decision(),
                clock.instant(),
                releases.story(permit),
                Withholding.of(decided),
                checkpoints.latest());
    }
}

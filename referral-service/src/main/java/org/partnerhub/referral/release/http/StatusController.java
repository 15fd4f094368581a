package org.partnerhub.referral.release.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.AnswerPlaces;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Feedback;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.store.ConsentDrafts;
import org.partnerhub.referral.referral.store.Histories;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.referral.release.Standings;
import org.partnerhub.referral.release.store.Releases;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How a referral stands, for its sender and for those who were told; itself a disclosure, decided each time. */
@RestController
class StatusController {

    private final PulledDisclosures disclosures;
    private final Releases releases;
    private final Referrals referrals;
    private final Histories histories;
    private final ConsentDrafts consents;
    private final KnownDirectory directory;
    private final AnswerPlaces places;
    private final String audience;

    StatusController(
            PulledDisclosures disclosures,
            Releases releases,
            Referrals referrals,
            Histories histories,
            ConsentDrafts consents,
            KnownDirectory directory,
            AnswerPlaces places,
            @Value("${spring.application.name}") String audience) {
        this.disclosures = disclosures;
        this.releases = releases;
        this.referrals = referrals;
        this.histories = histories;
        this.consents = consents;
        this.directory = directory;
        this.places = places;
        this.audience = audience;
    }

    /** Who reads: the sender sees every recipient, a recipient sees itself. */
    private record Reader(@Nullable RecipientId ears, boolean sender, List<RecipientId> own) {

        Standings part(Standings whole) {
            return sender
                    ? whole
                    : new Standings(
                            whole.recipients().stream().filter(this::isOwn).toList(), List.of(), false);
        }

        private boolean isOwn(AskedRecipient asked) {
            return own.contains(asked.recipient()) && asked.mayKnow();
        }
    }

    @GetMapping("/referrals/{id}")
    @Nullable
    ResponseEntity<?> status(@PathVariable ReferralId id, Caller caller, HttpServletResponse response)
            throws IOException {
        PartnerId partner = new PartnerId(caller.requiredPartner());
        Optional<Referral> referral = referrals.find(id);
        Optional<Reader> reader = referral.flatMap(it -> reader(it, partner));
        if (referral.isEmpty() || reader.isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.NOT_FOUND, "not-found", "There is no such referral that you sent or received.");
        }
        return status(referral.get(), reader.get(), partner, response);
    }

    private Optional<Reader> reader(Referral referral, PartnerId partner) {
        List<RecipientId> own = directory.last().stream()
                .flatMap(known -> known.operatedBy(partner).stream())
                .map(Recipient::id)
                .toList();
        if (referral.sender().equals(partner)) {
            RecipientId ears = directory
                    .last()
                    .flatMap(known -> places.of(partner, referral.answerTo(), known))
                    .orElse(null);
            return Optional.of(new Reader(ears, true, own));
        }
        return releases.standings(referral.id()).recipients().stream()
                .filter(asked -> own.contains(asked.recipient()) && asked.mayKnow())
                .findFirst()
                .map(asked -> new Reader(asked.recipient(), false, own));
    }

    private @Nullable ResponseEntity<?> status(
            Referral referral, Reader reader, PartnerId partner, HttpServletResponse response) throws IOException {
        if (reader.ears() == null) {
            return ResponseEntity.ok(ids(referral, "The hub knows no recipient of yours that could be told."));
        }
        DecisionRequest request = new DecisionRequest(
                referral.subject(),
                reader.ears(),
                Feedback.PURPOSE,
                Feedback.CATEGORIES,
                UUID.randomUUID(),
                1,
                Set.of(audience),
                "feedback/" + referral.id(),
                partner.value());
        Pulled pulled = disclosures.pull(request, (permit, decided) -> told(referral, reader, permit, decided));
        return switch (pulled) {
            case Pulled.Told told -> disclosures.tell(told, response);
            case Pulled.Refused(Missing missing) -> ResponseEntity.ok(ids(referral, Withholding.sentence(missing)));
            case Pulled.Undecided() -> Undecidable.later();
        };
    }

    private ReferralStatus told(Referral referral, Reader reader, Permit permit, DecisionAnswer decided) {
        if (!permit.categories().contains(Category.REFERRAL)) {
            return ids(referral, Withholding.sentence(Missing.NOTHING));
        }
        Standings standings = reader.part(releases.standings(referral.id()));
        var history = histories.of(referral.id());
        return new ReferralStatus(
                referral.id(),
                referral.subject(),
                referral.sender(),
                referral.receivedAt(),
                consents.recorded(referral.id()).orElse(null),
                referral.kind(),
                standings.progress(),
                standings.recipients().stream()
                        .map(asked -> ReferralStatus.Recipient.of(asked, history))
                        .toList(),
                standings.questions(),
                history.stream()
                        .filter(entry -> reader.sender() && entry.recipient() == null)
                        .map(ReferralStatus.Happened::of)
                        .toList(),
                null,
                decided.decision(),
                links(referral));
    }

    private ReferralStatus ids(Referral referral, String... reasons) {
        return new ReferralStatus(
                referral.id(),
                referral.subject(),
                referral.sender(),
                referral.receivedAt(),
                consents.recorded(referral.id()).orElse(null),
                null,
                null,
                null,
                null,
                null,
                List.of(new Withheld(Category.REFERRAL, Arrays.asList(reasons))),
                null,
                links(referral));
    }

    private static Map<String, String> links(Referral referral) {
        String self = "/referrals/" + referral.id();
        return Map.of("self", self, "responses", self + "/responses");
    }
}

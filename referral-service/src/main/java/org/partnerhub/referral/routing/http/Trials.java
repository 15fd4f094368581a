package org.partnerhub.referral.routing.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionTrial;
import org.partnerhub.contracts.decision.DecisionTried;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.referral.MissingWords;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.routing.Route;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a recipient would be told, as consent-service would decide it now; nothing is decided or logged. */
@Component
class Trials {

    private final ServiceCalls services;
    private final Pathways pathways;

    Trials(ServiceCalls services, Pathways pathways) {
        this.services = services;
        this.pathways = pathways;
    }

    /**
     * One step of a preview.
     *
     * @throws org.springframework.web.client.RestClientException where consent-service does not answer
     */
    Preview.Step step(
            int position,
            Purpose purpose,
            Route.To to,
            SentReferral sent,
            Optional<KnownPerson> person,
            Directory directory) {
        Recipient recipient = directory.recipient(to.recipient()).orElseThrow();
        Set<Category> asked = pathways.tells(purpose);
        DecisionTried tried = ask(new DecisionTrial(
                person.map(KnownPerson::id).orElse(null), sent.subject().birthDate(), to.recipient(), purpose, asked));
        Set<Category> covered =
                tried.missing() == Missing.CONSENT ? coveredBy(sent.consent(), purpose, recipient) : Set.of();
        Set<Category> told = new TreeSet<>(tried.permitted());
        covered.stream().filter(asked::contains).forEach(told::add);
        String missing = told.isEmpty() ? missing(tried) : null;
        return new Preview.Step(
                position,
                purpose,
                to.recipient(),
                recipient.name(),
                to.pathway(),
                to.whyHere(),
                to.doubt(),
                told,
                withheld(tried, told),
                missing,
                missing == null ? null : MissingWords.of(missing, purpose, to.recipient()));
    }

    private DecisionTried ask(DecisionTrial trial) {
        return services.to("consent")
                .post()
                .uri("/internal/decisions/trial")
                .contentType(MediaType.APPLICATION_JSON)
                .body(trial)
                .retrieve()
                .requiredBody(DecisionTried.class);
    }

    private static @Nullable String missing(DecisionTried tried) {
        Missing missing = tried.missing();
        return missing == null ? null : missing.name().toLowerCase(Locale.ROOT);
    }

    private static List<Withheld> withheld(DecisionTried tried, Set<Category> told) {
        return tried.categories().stream()
                .filter(it -> !told.contains(it.category()))
                .map(it -> new Withheld(
                        it.category(),
                        it.reasons().stream().map(CategoryAnswer.Reason::words).toList()))
                .toList();
    }

    /** What the consent that comes with it would add, once it is recorded; whether it is sound is found out then. */
    private static Set<Category> coveredBy(@Nullable JsonNode consent, Purpose purpose, Recipient recipient) {
        if (consent == null || !consent.path("decision").asString("").equals("given")) {
            return Set.of();
        }
        boolean forPurpose = contains(consent.path("purposes"), purpose.value());
        boolean forRecipient = contains(consent.at("/recipients/kinds"), recipient.kind())
                || contains(consent.at("/recipients/ids"), recipient.id().value());
        return forPurpose && forRecipient
                ? consent.path("categories")
                        .valueStream()
                        .map(it -> Category.of(it.asString()))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static boolean contains(JsonNode codes, String code) {
        return codes.valueStream().anyMatch(it -> it.asString().equals(code));
    }
}

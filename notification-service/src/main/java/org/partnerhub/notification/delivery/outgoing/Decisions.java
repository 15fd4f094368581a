package org.partnerhub.notification.delivery.outgoing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.CategoryAnswer.Reason;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.delivery.Decided;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks consent-service whether an attempt may go ahead; every attempt is asked for anew. */
@Component
class Decisions {

    private final RestClient consentService;

    Decisions(ServiceCalls calls) {
        consentService = calls.to("consent");
    }

    /**
     * Asks for a permit.
     *
     * @param audience the services that will verify it
     * @param requester the partner that collects, where one does
     */
    Ruling ask(Delivery delivery, Set<String> audience, @Nullable PartnerId requester) {
        var question = new DecisionRequest(
                delivery.subject(),
                delivery.recipient(),
                delivery.purpose(),
                delivery.categories(),
                delivery.id().value(),
                delivery.attempt(),
                audience,
                delivery.source().toString(),
                requester == null ? null : requester.value());
        try {
            DecisionAnswer answer = consentService
                    .post()
                    .uri("/internal/decisions")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(question)
                    .retrieve()
                    .body(DecisionAnswer.class);
            return answer == null ? new Ruling.Unasked("decision-unreadable") : ruling(answer);
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            return new Ruling.Unasked("decision-unavailable");
        }
    }

    private static Ruling ruling(DecisionAnswer answer) {
        if (answer.outcome() == Outcome.REFUSE) {
            Missing missing = answer.missing();
            return new Ruling.Refused(
                    answer.decision(),
                    missing == null ? Missing.NOTHING : missing,
                    firstRule(answer).orElse(null));
        }
        if (answer.permit() == null || answer.ground() == null) {
            return new Ruling.Unasked("decision-unreadable");
        }
        return new Ruling.Permitted(
                new Decided(answer.decision(), answer.ground()), answer.permit(), answer.permitted(), withheld(answer));
    }

    private static List<Withheld> withheld(DecisionAnswer answer) {
        return answer.categories().stream()
                .filter(it -> !it.permitted())
                .map(it -> new Withheld(it.category(), words(it)))
                .toList();
    }

    private static List<String> words(CategoryAnswer category) {
        return category.reasons().stream().map(Reason::words).toList();
    }

    private static Optional<String> firstRule(DecisionAnswer answer) {
        return answer.categories().stream()
                .flatMap(it -> it.reasons().stream())
                .map(Reason::rule)
                .findFirst();
    }
}

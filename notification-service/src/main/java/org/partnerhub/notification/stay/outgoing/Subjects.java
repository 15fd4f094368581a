package org.partnerhub.notification.stay.outgoing;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/** Who an admission is about, as referral-service knows people. What cannot be asked now is thrown. */
@Component
public class Subjects {

    private final RestClient referralService;

    Subjects(ServiceCalls calls) {
        referralService = calls.to("referral");
    }

    /** The person of these demographics, found or made. */
    PersonFacts resolve(Demographics told) {
        PersonFacts facts = referralService
                .post()
                .uri("/internal/people/resolve")
                .contentType(MediaType.APPLICATION_JSON)
                .body(told)
                .retrieve()
                .body(PersonFacts.class);
        return answered(facts);
    }

    /** The person of an id; nothing where nobody has it. */
    public Optional<PersonFacts> find(PersonId person) {
        try {
            return Optional.of(answered(referralService
                    .get()
                    .uri("/internal/people/{id}/facts", person.value())
                    .retrieve()
                    .body(PersonFacts.class)));
        } catch (HttpClientErrorException.NotFound nobody) {
            return Optional.empty();
        }
    }

    /** Name, birth date and numbers of a person whom the setting named by the hub's id alone; nothing where nobody has it. */
    Optional<Map<String, Object>> identity(PersonId person) {
        try {
            return Optional.of(answered(referralService
                    .get()
                    .uri("/internal/people/{id}/identity", person.value())
                    .retrieve()
                    .body(new ParameterizedTypeReference<Map<String, Object>>() {})));
        } catch (HttpClientErrorException.NotFound nobody) {
            return Optional.empty();
        }
    }

    private static <T> T answered(@Nullable T answer) {
        if (answer == null) {
            throw new IllegalStateException("referral-service answered nothing about a person.");
        }
        return answer;
    }
}

package org.partnerhub.consent.person.outgoing;

import java.util.Objects;
import org.partnerhub.consent.person.PeopleUnavailable;
import org.partnerhub.consent.person.UnknownPerson;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Asks referral-service about people. */
@Component
public class People {

    private final ServiceCalls calls;

    People(ServiceCalls calls) {
        this.calls = calls;
    }

    /**
     * What is known of a person.
     *
     * @throws PeopleUnavailable where referral-service does not answer
     */
    public PersonFacts facts(PersonId person) throws UnknownPerson {
        try {
            return Objects.requireNonNull(calls.to("referral")
                    .get()
                    .uri("/internal/people/{id}/facts", person)
                    .retrieve()
                    .body(PersonFacts.class));
        } catch (HttpClientErrorException.NotFound _) {
            throw new UnknownPerson();
        } catch (RestClientException unavailable) {
            throw new PeopleUnavailable(unavailable);
        }
    }

    /**
     * Finds or makes the person that somebody wrote down.
     *
     * @param subject demographics as {@code schema/subject.json} has them, already checked
     * @throws PeopleUnavailable where referral-service does not answer
     */
    public PersonFacts resolve(JsonNode subject) {
        try {
            return Objects.requireNonNull(calls.to("referral")
                    .post()
                    .uri("/internal/people/resolve")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(subject)
                    .retrieve()
                    .body(PersonFacts.class));
        } catch (RestClientException unavailable) {
            throw new PeopleUnavailable(unavailable);
        }
    }
}

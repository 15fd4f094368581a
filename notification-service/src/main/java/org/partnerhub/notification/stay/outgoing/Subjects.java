package org.partnerhub.notification.stay.outgoing;

import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.notification.stay.Admission;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Who an admission is about, as referral-service knows people. */
@Component
class Subjects {

    private final RestClient referralService;

    Subjects(ServiceCalls calls) {
        referralService = calls.to("referral");
    }

    /** What cannot be asked now is thrown: the event is tried again later. */
    PersonFacts resolve(Admission admission) {
        PersonFacts facts = admission
                .person()
                .map(person -> referralService
                        .get()
                        .uri("/internal/people/{id}/facts", person.value())
                        .retrieve()
                        .body(PersonFacts.class))
                .orElseGet(() -> referralService
                        .post()
                        .uri("/internal/people/resolve")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(admission.subject())
                        .retrieve()
                        .body(PersonFacts.class));
        if (facts == null) {
            throw new IllegalStateException("referral-service answered nothing about a person.");
        }
        return facts;
    }
}

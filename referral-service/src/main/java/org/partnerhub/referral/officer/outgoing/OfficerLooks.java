package org.partnerhub.referral.officer.outgoing;

import java.util.List;
import java.util.stream.Stream;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.log.OfficerLook;
import org.partnerhub.support.calls.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Has the disclosure log note what an officer sees or does, before it is shown or done. */
@Component
public class OfficerLooks {

    private static final Logger LOG = LoggerFactory.getLogger(OfficerLooks.class);

    private final ServiceCalls services;
    private final String service;

    OfficerLooks(ServiceCalls services, @Value("${spring.application.name}") String service) {
        this.services = services;
        this.service = service;
    }

    /**
     * Notes it under each person; false where that cannot be done, and then nothing may be shown or done.
     *
     * @param kind a code, such as {@code people-review}
     */
    public boolean noted(String officer, String kind, String reason, PersonId... people) {
        return people.length > 0
                && noted(Stream.of(people)
                        .map(person -> new OfficerLook(service, officer, kind, reason, person, null, List.of()))
                        .toList());
    }

    /** The same for a search that found nobody: of what was searched for, the log keeps a keyed hash. */
    public boolean notedSearch(String officer, String kind, String reason, List<String> terms) {
        return noted(List.of(new OfficerLook(service, officer, kind, reason, null, null, terms)));
    }

    private boolean noted(List<OfficerLook> looks) {
        try {
            for (OfficerLook look : looks) {
                services.to("consent")
                        .post()
                        .uri("/internal/log/officer-looks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(look)
                        .retrieve()
                        .toBodilessEntity();
            }
            return true;
        } catch (RestClientException | OAuth2AuthorizationException noAnswer) {
            LOG.warn(
                    "The disclosure log did not note an officer's look: {}",
                    noAnswer.getClass().getSimpleName());
            return false;
        }
    }
}

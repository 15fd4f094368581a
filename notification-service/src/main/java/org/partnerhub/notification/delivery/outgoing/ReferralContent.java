package org.partnerhub.notification.delivery.outgoing;

import org.partnerhub.contracts.content.ContentRequest;
import org.partnerhub.contracts.content.Released;
import org.partnerhub.notification.delivery.ContentOwner;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Stories and referrals, which referral-service holds and releases. */
@Component
class ReferralContent implements ContentOwner {

    private final RestClient referralService;

    ReferralContent(ServiceCalls calls) {
        referralService = calls.to("referral");
    }

    @Override
    public boolean owns(Source.Kind kind) {
        return switch (kind) {
            case REFERRAL, FEEDBACK -> true;
            case STAY, WITHDRAWAL -> false;
        };
    }

    @Override
    public String audience() {
        return "referral-service";
    }

    @Override
    public Content release(Delivery delivery, String permit) {
        try {
            Released released = referralService
                    .post()
                    .uri("/internal/content")
                    .header("Hub-Permit", permit)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new ContentRequest(
                            delivery.id().value(), delivery.source().toString()))
                    .retrieve()
                    .body(Released.class);
            return released == null ? new Content.Unavailable("content-unreadable") : new Content.Held(released, null);
        } catch (HttpClientErrorException refused) {
            return refused.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)
                            || refused.getStatusCode().isSameCodeAs(HttpStatus.GONE)
                    ? new Content.Gone("content-gone")
                    : new Content.Unavailable("content-refused");
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            return new Content.Unavailable("content-unavailable");
        }
    }
}

package org.partnerhub.referral.routing.route;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.partnerhub.contracts.consent.EmbeddedConsent;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.store.ConsentDrafts;
import org.partnerhub.referral.referral.store.Feedbacks;
import org.partnerhub.referral.referral.store.Histories;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;

/** Hands the consent that came with a referral to consent-service before any disclosure is asked for. */
@Component
class EmbeddedConsents {

    private final ConsentDrafts drafts;
    private final Referrals referrals;
    private final Histories histories;
    private final Feedbacks feedbacks;
    private final ServiceCalls services;
    private final Clock clock;

    EmbeddedConsents(
            ConsentDrafts drafts,
            Referrals referrals,
            Histories histories,
            Feedbacks feedbacks,
            ServiceCalls services,
            Clock clock) {
        this.drafts = drafts;
        this.referrals = referrals;
        this.histories = histories;
        this.feedbacks = feedbacks;
        this.services = services;
        this.clock = clock;
    }

    private record Recorded(ConsentId id) {}

    public void record(ReferralReceived event) {
        Optional<JsonNode> draft = drafts.find(event.referral());
        if (draft.isPresent()) {
            record(referrals.find(event.referral()).orElseThrow(), draft.get());
        }
    }

    private void record(Referral referral, JsonNode draft) {
        Instant now = clock.instant();
        try {
            Recorded recorded = services.to("consent")
                    .post()
                    .uri("/internal/consents")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new EmbeddedConsent(referral.id(), referral.sender(), referral.subject(), draft))
                    .retrieve()
                    .requiredBody(Recorded.class);
            drafts.recorded(referral.id(), recorded.id(), now);
            histories.add(referral.id(), new HistoryEntry(null, "consent-recorded", null, HistoryEntry.HUB, now));
        } catch (HttpClientErrorException.BadRequest | HttpClientErrorException.UnprocessableContent nonsense) {
            // asking again would change nothing, and routes that need no consent must not wait for it
            drafts.unusable(referral.id(), "consent-unusable", now);
            histories.add(
                    referral.id(),
                    new HistoryEntry(null, "consent-not-recorded", "consent-unusable", HistoryEntry.HUB, now));
            feedbacks.tellReferrer(referral, null, now);
        }
    }
}

package org.partnerhub.contracts.consent;

import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import tools.jackson.databind.JsonNode;

/**
 * A consent that came with a referral, for {@code POST /internal/consents}. The same referral twice is one consent: 201 with
 * {@code {"id": …}} the first time, 200 with the same id after. 400 where the consent is nonsense, with pointers into
 * {@code /consent}.
 *
 * @param partner the sender of the referral, who becomes the consent's recorder
 * @param consent {@code schema/consent.json} without its subject
 */
public record EmbeddedConsent(ReferralId referral, PartnerId partner, PersonId subject, JsonNode consent) {

    @Override
    public String toString() {
        return "EmbeddedConsent[" + referral + "]";
    }
}

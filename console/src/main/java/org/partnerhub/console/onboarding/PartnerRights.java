package org.partnerhub.console.onboarding;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a partner's client may be allowed, by the scopes of the published API. */
final class PartnerRights {

    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("referral.write", "Send and answer referrals");
        WORDS.put("referral.read", "Read how its referrals stand");
        WORDS.put("mailbox.read", "Collect and acknowledge what lies in its mailbox");
        WORDS.put("story.read", "Read the permitted part of a story");
        WORDS.put("consent.write", "Record, renew, narrow and withdraw consents");
        WORDS.put("consent.read", "Read the consents that it recorded");
        WORDS.put("admission.notify", "Tell of admissions to a hospital or residential setting");
        WORDS.put("admission.read", "Read what became of an admission (councils)");
        WORDS.put("fhir.message", "Exchange FHIR messages");
        WORDS.put("report.read", "Read figures about early help");
        WORDS.put("log.witness", "Keep checkpoints of the disclosure log and check them");
    }

    private PartnerRights() {}

    /** All of them with their words, in the order in which they are offered. */
    static Map<String, String> all() {
        return new LinkedHashMap<>(WORDS);
    }

    static String words(String scope) {
        return WORDS.getOrDefault(scope, scope);
    }
}

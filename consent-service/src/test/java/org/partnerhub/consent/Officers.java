package org.partnerhub.consent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.TestIssuer;

/** Officers as their tokens name them, and what they send in these tests. */
final class Officers {

    static final String REASON = "The school nurse was told that asking the father would endanger the children.";

    private static final String[] SCOPES = {
        "override.write", "override.review", "release.write", "decision.explain", "log.read"
    };

    private Officers() {}

    static String approver() {
        return approver("approver.chowdhury");
    }

    static String approver(String account) {
        return TestIssuer.shared()
                .officer(account, "governance-approver", SCOPES)
                .signed();
    }

    /** A governance officer, whom no purpose lets authorise anything. */
    static String officer() {
        return TestIssuer.shared()
                .officer("officer.brook", "governance-officer", SCOPES)
                .signed();
    }

    static String operator() {
        return TestIssuer.shared()
                .officer("operator.davies", "operator", SCOPES)
                .signed();
    }

    static String partner() {
        return TestIssuer.shared().partner("fenland-academy", SCOPES).signed();
    }

    static String withoutScope() {
        return TestIssuer.shared()
                .officer("approver.chowdhury", "governance-approver", "log.witness")
                .signed();
    }

    static Map<String, Object> override(PersonId child) {
        return new HashMap<>(Map.of(
                "person",
                child,
                "purpose",
                "early-help-support",
                "ground",
                "asking-would-endanger",
                "recipients",
                List.of("early-help-hub-cambridgeshire"),
                "categories",
                List.of("identity", "voice"),
                "reason",
                REASON,
                "hours",
                1));
    }

    static Map<String, Object> release(PersonId child) {
        return new HashMap<>(Map.of(
                "person",
                child,
                "purpose",
                "safeguarding",
                "recipient",
                "mash-cambridgeshire",
                "categories",
                List.of("contact", "referral"),
                "reason",
                "The hub's social workers need the refuge's address for a meeting today.",
                "hours",
                24));
    }
}

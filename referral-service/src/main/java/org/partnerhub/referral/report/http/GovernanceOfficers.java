package org.partnerhub.referral.report.http;

import java.util.Collections;
import java.util.Set;
import org.partnerhub.support.security.Caller;

/** Who sees exact figures. */
final class GovernanceOfficers {

    private static final Set<String> ROLES = Set.of("governance-officer", "governance-approver");

    private GovernanceOfficers() {}

    static boolean include(Caller caller) {
        return caller.partner() == null && !Collections.disjoint(caller.roles(), ROLES);
    }
}

package org.partnerhub.notification.stay.http;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.notification.officer.outgoing.OfficerLooks;
import org.partnerhub.notification.officer.outgoing.OfficerLooks.Look;
import org.partnerhub.support.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Has the disclosure log note what an officer is about to see of stays. */
@Component
class StayLooks {

    /** These calls are an officer's daily duty and ask for no words of their own. */
    private static final String REASON = "Oversight of stays (Children Act 1989 s.85 and s.86).";

    private final OfficerLooks looks;

    StayLooks(OfficerLooks looks) {
        this.looks = looks;
    }

    /**
     * Answers a partner at once, and an officer once the look is in the log.
     *
     * @param kind a code, such as {@code stay}
     * @param person whose stay it is; absent for a list, or where nobody knows yet
     */
    ResponseEntity<Object> before(
            Caller caller, String kind, @Nullable PersonId person, Supplier<ResponseEntity<Object>> answer) {
        return StayAccess.isOfficer(caller)
                ? looks.before(caller, new Look(kind, REASON, person, null), answer)
                : answer.get();
    }
}

package org.partnerhub.consent.decision.store;

import java.time.Instant;
import java.util.List;
import org.partnerhub.consent.agreement.store.Agreements;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.decision.Evidence;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.override.store.Overrides;
import org.partnerhub.consent.release.ReleasesOfSubject;
import org.partnerhub.consent.release.store.Releases;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.stereotype.Component;

/** Reads what is on record about a question; what no rule will look at is not read. */
@Component
class EvidenceReader {

    private final Consents consents;
    private final Agreements agreements;
    private final Overrides overrides;
    private final Releases releases;

    EvidenceReader(Consents consents, Agreements agreements, Overrides overrides, Releases releases) {
        this.consents = consents;
        this.agreements = agreements;
        this.overrides = overrides;
        this.releases = releases;
    }

    Evidence read(Question question, boolean protectedWhereabouts, Instant now) {
        PersonId subject = question.request().subject();
        ReleasesOfSubject released =
                protectedWhereabouts ? releases.of(subject, now) : new ReleasesOfSubject(List.of());
        if (!question.restsOnConsent()) {
            return Evidence.none(protectedWhereabouts, now).with(released);
        }
        return new Evidence(
                agreements.with(question.partners()),
                consents.of(subject),
                overrides.of(subject, now),
                released,
                protectedWhereabouts,
                now);
    }
}

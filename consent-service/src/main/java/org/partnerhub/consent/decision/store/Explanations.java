package org.partnerhub.consent.decision.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.store.Agreements;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.decision.Evidence;
import org.partnerhub.consent.decision.Explained;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.override.store.Overrides;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.consent.release.store.Releases;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.stereotype.Component;

/** Asks the same rules about the same records as a decision does, and neither decides nor discloses. */
@Component
public class Explanations {

    /** What an officer can still read, and a call can still answer. */
    private static final int MOST_ROWS = 2_000;

    private static final UUID NO_DELIVERY = new UUID(0, 0);

    private final Purposes purposes;
    private final KnownDirectory directory;
    private final Consents consents;
    private final Agreements agreements;
    private final Overrides overrides;
    private final Releases releases;
    private final Clock clock;

    Explanations(
            Purposes purposes,
            KnownDirectory directory,
            Consents consents,
            Agreements agreements,
            Overrides overrides,
            Releases releases,
            Clock clock) {
        this.purposes = purposes;
        this.directory = directory;
        this.consents = consents;
        this.agreements = agreements;
        this.overrides = overrides;
        this.releases = releases;
        this.clock = clock;
    }

    /** The matrix, or that part of it which is for one purpose or place. */
    public Explained explain(PersonFacts person, @Nullable Purpose purpose, @Nullable RecipientId recipient) {
        Instant now = clock.instant();
        Evidence evidence = evidence(person, directory.partners(), now);
        List<Explained.Row> rows = purposes.all().stream()
                .filter(it -> purpose == null || it.id().equals(purpose))
                .flatMap(it -> places(it, recipient).map(place -> question(person, it, place)))
                .limit(MOST_ROWS + 1L)
                .map(question -> Explained.row(question, evidence))
                .toList();
        return new Explained(
                person.person(),
                now,
                person.protectedWhereabouts(),
                purposes.version(),
                rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
                rows.size() > MOST_ROWS);
    }

    /** What would be decided at a moment, with what is on record now. */
    public Verdict tryOut(Question question, PersonFacts person, Instant at) {
        return question.decide(evidence(person, question.partners(), at));
    }

    private Stream<Recipient> places(PurposePolicy purpose, @Nullable RecipientId only) {
        return directory.recipients().stream()
                .filter(it -> only == null || it.id().equals(only))
                .filter(it -> purpose.reaches(it.kind()));
    }

    private static Question question(PersonFacts person, PurposePolicy purpose, Recipient place) {
        DecisionRequest request = new DecisionRequest(
                person.person(),
                place.id(),
                purpose.id(),
                purpose.carries(),
                NO_DELIVERY,
                1,
                Set.of(),
                "explanation/" + NO_DELIVERY,
                null);
        return new Question(request, purpose, place);
    }

    private Evidence evidence(PersonFacts person, Set<PartnerId> partners, Instant at) {
        return new Evidence(
                agreements.with(partners),
                consents.of(person.person()),
                overrides.of(person.person(), at),
                releases.of(person.person(), at),
                person.protectedWhereabouts(),
                at);
    }
}

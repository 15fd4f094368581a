package org.partnerhub.consent.recording.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.ending.Ending;
import org.partnerhub.consent.ending.EndingId;
import org.partnerhub.consent.ending.store.Barrier;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.consent.recording.Effect;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What somebody's word brings to an end: the consent that it narrows, those that a refusal or an exception overtakes. */
@Repository
public class BroughtEndings {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final Permits permits;
    private final Barrier barrier;
    private final KnownDirectory directory;
    private final Clock clock;

    BroughtEndings(
            JdbcClient jdbc,
            Consents consents,
            Permits permits,
            Barrier barrier,
            KnownDirectory directory,
            Clock clock) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.permits = permits;
        this.barrier = barrier;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Stops what relied on what ends; in the change's own transaction, under the person's lock.
     *
     * @param cause the consent or refusal that is new or changed, as it is now
     * @param before what counted before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(ConsentRecord cause, ConsentsOfSubject before) {
        Effect effect = new Effect(
                before,
                consents.of(cause.subject()),
                id -> directory.recipient(id).orElse(null),
                clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate());
        before.records().stream()
                .filter(ConsentRecord::isGiven)
                .filter(it -> !it.isWithdrawn())
                .filter(it -> permits.relyingOn(it.id()).stream()
                        .anyMatch(reliance -> !effect.on(it.id(), reliance).isEmpty()))
                .forEach(it -> remember(cause, barrier.stop(ending(it, cause, effect))));
    }

    private static Ending ending(ConsentRecord ended, ConsentRecord cause, Effect effect) {
        return ended.id().equals(cause.id())
                ? Ending.narrowed(ended.id(), ended.subject(), reliance -> effect.on(ended.id(), reliance))
                : Ending.superseded(ended.id(), ended.subject(), reliance -> effect.on(ended.id(), reliance));
    }

    /** Waits, for 25 seconds at most, until nothing is under way of what a word brought to an end; a second time answers like the first. */
    public Ended await(ConsentRecord cause) {
        List<Holding> holdings = new ArrayList<>();
        var at = cause.recordedAt();
        for (EndingId ending : of(cause)) {
            switch (barrier.await(ending)) {
                case Ended.Acknowledged acknowledged -> {
                    holdings.addAll(acknowledged.holdings());
                    at = acknowledged.at().isAfter(at) ? acknowledged.at() : at;
                }
                case Ended.NotYet notYet -> {
                    return notYet;
                }
            }
        }
        return new Ended.Acknowledged(cause.id(), at, holdings);
    }

    private void remember(ConsentRecord cause, EndingId ending) {
        jdbc.sql("INSERT INTO consent_brought_ending (consent, version, ending) VALUES (:consent, :version, :ending)")
                .param("consent", cause.id().value())
                .param("version", cause.version())
                .param("ending", ending.value())
                .update();
    }

    private List<EndingId> of(ConsentRecord cause) {
        return jdbc.sql("SELECT ending FROM consent_brought_ending WHERE consent = :consent AND version = :version")
                .param("consent", cause.id().value())
                .param("version", cause.version())
                .query((row, number) -> new EndingId(row.getObject("ending", UUID.class)))
                .list();
    }
}

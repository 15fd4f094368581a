package org.partnerhub.referral.routing.route;

import java.time.Clock;
import java.time.Instant;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.store.AskedRecipients;
import org.partnerhub.referral.referral.store.Feedbacks;
import org.partnerhub.referral.referral.store.Histories;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.routing.Route;
import org.partnerhub.referral.routing.ServiceLevels;
import org.partnerhub.referral.routing.Situation;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;

/** Sends each ask of a referral where its pathway says, or to a person; in the caller's transaction. */
@Component
class Routing {

    private final Pathways pathways;
    private final ServiceLevels serviceLevels;
    private final KnownDirectory directory;
    private final Referrals referrals;
    private final People people;
    private final AskedRecipients recipients;
    private final Histories histories;
    private final Feedbacks feedbacks;
    private final Outbox outbox;
    private final Clock clock;

    Routing(
            Pathways pathways,
            ServiceLevels serviceLevels,
            KnownDirectory directory,
            Referrals referrals,
            People people,
            AskedRecipients recipients,
            Histories histories,
            Feedbacks feedbacks,
            Outbox outbox,
            Clock clock) {
        this.pathways = pathways;
        this.serviceLevels = serviceLevels;
        this.directory = directory;
        this.referrals = referrals;
        this.people = people;
        this.recipients = recipients;
        this.histories = histories;
        this.feedbacks = feedbacks;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void route(ReferralReceived event) {
        Referral referral = referrals.find(event.referral()).orElseThrow();
        Demographics subject = people.find(referral.subject()).orElseThrow().demographics();
        Instant now = clock.instant();
        if (!referrals.routed(referral.id(), now)) {
            return;
        }
        for (Ask ask : referral.asks()) {
            Situation situation = new Situation(
                    ask.purpose(),
                    referral.kind(),
                    referral.urgency(),
                    subject.authority(),
                    subject.schoolUrn(),
                    ask.recipient(),
                    referral.receivedAt());
            switch (pathways.route(situation, directory.required())) {
                case Route.To to -> send(referral, ask, to, now);
                case Route.ToAPerson toAPerson -> ask(referral, ask, toAPerson, now);
            }
        }
    }

    private void send(Referral referral, Ask ask, Route.To to, Instant now) {
        AskedRecipient asked = new AskedRecipient(
                DeliveryId.fresh(),
                referral.id(),
                to.recipient(),
                ask.purpose(),
                to.pathway(),
                to.whyHere(),
                TaskState.REQUESTED,
                null,
                null,
                null,
                null,
                Delivery.REQUESTED,
                0,
                null,
                serviceLevels.deliverBy(ask.purpose(), referral.receivedAt()),
                serviceLevels.answerBy(ask.purpose(), referral.receivedAt()));
        if (!recipients.add(asked, now)) {
            return;
        }
        histories.add(referral.id(), new HistoryEntry(to.recipient(), "routed", to.pathway(), HistoryEntry.HUB, now));
        outbox.publish(new DisclosureRequested(
                asked.delivery().value(),
                referral.subject(),
                asked.recipient(),
                asked.purpose(),
                pathways.tells(asked.purpose()),
                "referral/" + referral.id(),
                referral.sender(),
                asked.dueBy()));
    }

    private void ask(Referral referral, Ask ask, Route.ToAPerson route, Instant now) {
        OpenQuestion question = new OpenQuestion(
                ask.purpose(),
                route.missing(),
                route.ask(),
                serviceLevels.deliverBy(ask.purpose(), referral.receivedAt()));
        if (histories.ask(referral.id(), question, now)) {
            histories.add(
                    referral.id(),
                    new HistoryEntry(null, "parked-for-a-person", route.missing(), HistoryEntry.HUB, now));
            feedbacks.tellReferrer(referral, null, now);
        }
    }
}

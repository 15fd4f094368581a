package org.partnerhub.referral.routing.route;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Finding;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Onward;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.Stroke.Strikes;
import org.partnerhub.referral.referral.store.AskedRecipients;
import org.partnerhub.referral.referral.store.Clocks;
import org.partnerhub.referral.referral.store.Feedbacks;
import org.partnerhub.referral.referral.store.Histories;
import org.partnerhub.referral.referral.store.Questions;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.referral.routing.BetterPlace;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.referral.routing.Route;
import org.partnerhub.referral.routing.ServiceLevels;
import org.partnerhub.referral.routing.Situation;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;

/** Sends each ask of a referral where its pathway says, or to a person; in the caller's transaction. */
@Component
class Routing implements Onward {

    private final Pathways pathways;
    private final ServiceLevels serviceLevels;
    private final Situations situations;
    private final KnownDirectory directory;
    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Questions questions;
    private final Histories histories;
    private final Feedbacks feedbacks;
    private final Clocks clocks;
    private final Outbox outbox;
    private final Clock clock;

    Routing(
            Pathways pathways,
            ServiceLevels serviceLevels,
            Situations situations,
            KnownDirectory directory,
            Referrals referrals,
            AskedRecipients recipients,
            Questions questions,
            Histories histories,
            Feedbacks feedbacks,
            Clocks clocks,
            Outbox outbox,
            Clock clock) {
        this.pathways = pathways;
        this.serviceLevels = serviceLevels;
        this.situations = situations;
        this.directory = directory;
        this.referrals = referrals;
        this.recipients = recipients;
        this.questions = questions;
        this.histories = histories;
        this.feedbacks = feedbacks;
        this.clocks = clocks;
        this.outbox = outbox;
        this.clock = clock;
    }

    public void route(ReferralReceived event) {
        Referral referral = referrals.find(event.referral()).orElseThrow();
        Instant now = clock.instant();
        if (!referrals.routed(referral.id(), now)) {
            return;
        }
        for (int position = 0; position < referral.asks().size(); position++) {
            Ask ask = referral.asks().get(position);
            go(referral, position, ask, pathways.route(situation(referral, ask, now), directory.required()), now);
        }
    }

    @Override
    public void declined(Referral referral, AskedRecipient declined, Instant at) {
        Ask before = referral.asks().get(declined.ask());
        Directory known = directory.required();
        BetterPlace.Found found = new BetterPlace(pathways, known)
                .of(declined, purpose -> situation(referral, new Ask(purpose, null, null), at));
        Ask ask = found.ask() == null ? new Ask(declined.purpose(), before.service(), null) : found.ask();
        Route route = found.route();
        if (route instanceof Route.To to && wasAsked(referral, to.recipient())) {
            route = new Route.ToAPerson(
                    "recipient", "The place that was named instead was asked already; ask who takes it.");
        }
        go(referral, declined.ask(), ask, route, at);
    }

    private boolean wasAsked(Referral referral, RecipientId place) {
        return recipients.of(referral.id()).stream()
                .anyMatch(it -> it.recipient().equals(place));
    }

    @Override
    public void vanished(Referral referral, AskedRecipient gone, Instant at) {
        Ask before = referral.asks().get(gone.ask());
        go(
                referral,
                gone.ask(),
                new Ask(gone.purpose(), before.service(), null),
                new Route.ToAPerson("recipient", "The recipient is no longer there; ask who takes it."),
                at);
    }

    @Override
    public int found(Referral referral, Finding finding, String by, Instant at) {
        String area = finding.area();
        if (area != null) {
            referrals.areaFound(referral.id(), area);
        }
        Referral now = referrals.find(referral.id()).orElseThrow();
        List<OpenQuestion> open = questions.of(referral.id());
        return (int)
                open.stream().filter(it -> settles(now, it, finding, by, at)).count();
    }

    /** Asks the pathways again with what is known now; what still waits for the same stays as it is. */
    private boolean settles(Referral referral, OpenQuestion question, Finding finding, String by, Instant at) {
        Ask asked = referral.asks().get(question.position());
        String service = finding.service() == null ? question.service() : finding.service();
        RecipientId named = finding.recipient() == null ? keptName(question, asked) : finding.recipient();
        Ask ask = new Ask(question.purpose(), service, named);
        Route route = route(referral, ask, finding, at);
        if (route instanceof Route.ToAPerson(String missing, String _) && missing.equals(question.missing())) {
            return false;
        }
        questions.settled(question.id(), by, at);
        histories.add(referral.id(), new HistoryEntry(null, "question-answered", question.missing(), by, at));
        go(referral, question.position(), ask, route, at);
        return true;
    }

    /** A person who names the recipient decides, but for the gates: no row sends it elsewhere. */
    private Route route(Referral referral, Ask ask, Finding finding, Instant at) {
        Directory known = directory.required();
        Situation situation = situation(referral, ask, at);
        RecipientId chosen = finding.recipient();
        return chosen == null
                ? pathways.route(situation, known)
                : known.recipient(chosen)
                        .map(place -> pathways.routeTo(
                                place,
                                "chosen-by-a-person",
                                "A person found out that it belongs here.",
                                situation,
                                known))
                        .orElseGet(() -> pathways.route(situation, known));
    }

    /** A name that led to nobody is not tried again. */
    private static @Nullable RecipientId keptName(OpenQuestion question, Ask asked) {
        return question.missing().equals("recipient") || !asked.purpose().equals(question.purpose())
                ? null
                : asked.recipient();
    }

    private Situation situation(Referral referral, Ask ask, Instant at) {
        return situations.of(referral, ask, directory.required(), at);
    }

    private void go(Referral referral, int position, Ask ask, Route route, Instant now) {
        switch (notToItself(referral, route)) {
            case Route.To to -> send(referral, position, ask, to, now);
            case Route.ToAPerson toAPerson -> ask(referral, position, ask, toAPerson, now);
        }
    }

    /** A pathway that leads a partner's only place back to itself helps nobody. */
    private Route notToItself(Referral referral, Route route) {
        List<RecipientId> own = directory.required().operatedBy(referral.sender()).stream()
                .map(Directory.Recipient::id)
                .toList();
        boolean itself = route instanceof Route.To to
                && (to.recipient().equals(referral.answerTo()) || own.equals(List.of(to.recipient())));
        return itself
                ? new Route.ToAPerson("recipient", "The pathway leads back to the sender itself; ask who takes it.")
                : route;
    }

    private void send(Referral referral, int position, Ask ask, Route.To to, Instant now) {
        AskedRecipient asked = AskedRecipient.fresh(
                referral.id(),
                position,
                to.recipient(),
                ask.purpose(),
                to.pathway(),
                to.whyHere(),
                deliverBy(referral, ask),
                serviceLevels.answerBy(ask.purpose(), now));
        if (!recipients.add(asked, now)) {
            return;
        }
        clocks.wind(asked, Strikes.ANSWER_DUE, asked.answerBy());
        clocks.wind(asked, Strikes.DELIVERY_DUE, asked.dueBy());
        histories.add(referral.id(), new HistoryEntry(to.recipient(), "routed", to.pathway(), HistoryEntry.HUB, now));
        if (to.doubt() != null) {
            histories.add(
                    referral.id(),
                    new HistoryEntry(to.recipient(), "area-in-doubt", "postcode-elsewhere", HistoryEntry.HUB, now));
        }
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

    private void ask(Referral referral, int position, Ask ask, Route.ToAPerson route, Instant now) {
        Instant dueBy = earlier(serviceLevels.questionBy(ask.purpose(), now), deliverBy(referral, ask));
        OpenQuestion question = new OpenQuestion(
                UUID.randomUUID(), position, ask.purpose(), ask.service(), route.missing(), route.ask(), dueBy, null);
        if (questions.ask(referral.id(), question, now)) {
            clocks.wind(referral.id(), question.id(), dueBy);
            histories.add(
                    referral.id(),
                    new HistoryEntry(null, "parked-for-a-person", route.missing(), HistoryEntry.HUB, now));
            feedbacks.tellReferrer(referral, null, now);
        }
    }

    /** What must be there by a day has that day from when it was sent, however long a person looked for the place. */
    private @Nullable Instant deliverBy(Referral referral, Ask ask) {
        return serviceLevels.deliverBy(ask.purpose(), referral.receivedAt(), situations.schoolOf(referral));
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }
}

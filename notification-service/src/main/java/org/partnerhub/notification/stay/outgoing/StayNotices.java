package org.partnerhub.notification.stay.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.event.HubEvent.AdmissionReceived;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.StayId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.outgoing.DeliveryRequests;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.stay.Admission;
import org.partnerhub.notification.stay.Conclusion;
import org.partnerhub.notification.stay.Finding;
import org.partnerhub.notification.stay.Stay;
import org.partnerhub.notification.stay.Stay.State;
import org.partnerhub.notification.stay.StayRules;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Admissions.Stored;
import org.partnerhub.notification.stay.store.Stays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** From a stored admission to a stay and, where the Act asks for one, a notice; joins the running transaction. */
@Component
public class StayNotices {

    private static final Logger LOG = LoggerFactory.getLogger(StayNotices.class);
    private static final Purpose SECTION_85_NOTICE = new Purpose("section-85-notice");
    private static final Set<Category> TOLD = Set.of(Category.IDENTITY, Category.STAY);
    private static final String DIRECTORS_OFFICE = "directors-office";

    private final Admissions admissions;
    private final Stays stays;
    private final Subjects subjects;
    private final StayRules rules;
    private final CurrentDirectory directory;
    private final DeliveryRequests deliveries;
    private final JsonMapper json;

    StayNotices(
            Admissions admissions,
            Stays stays,
            Subjects subjects,
            StayRules rules,
            CurrentDirectory directory,
            DeliveryRequests deliveries,
            JsonMapper json) {
        this.admissions = admissions;
        this.stays = stays;
        this.subjects = subjects;
        this.rules = rules;
        this.directory = directory;
        this.deliveries = deliveries;
        this.json = json;
    }

    public void conclude(AdmissionReceived event) {
        if (stays.ofMessage(event.message()).isPresent()) {
            return;
        }
        Stored message = admissions
                .find(event.message())
                .orElseThrow(() -> new IllegalStateException("Admission " + event.message() + " is not stored."));
        Admission admission = json.readValue(message.body(), Admission.class);
        PersonFacts facts = subjects.resolve(admission);
        Stay stay = stay(message, admission, facts);
        stays.add(stay);
        if (stay.state() == State.FOR_A_PERSON) {
            LOG.warn(
                    "Stay {} waits for a person: {}",
                    stay.id(),
                    stay.explanation().getLast());
        }
    }

    private Stay stay(Stored message, Admission admission, PersonFacts facts) {
        UUID of = message.id();
        PersonId subject = facts.person();
        return switch (rules.conclude(admission, facts.birthDate())) {
            case Conclusion.NotDue it -> plain(of, subject, State.NOT_DUE, null, null, it.findings());
            case Conclusion.Watched it -> plain(of, subject, State.WATCHED, it.section(), null, it.findings());
            case Conclusion.ForAPerson it ->
                plain(of, subject, State.FOR_A_PERSON, it.section(), it.authority(), it.findings());
            case Conclusion.NoticeDue it -> noticeDue(message, admission, subject, it);
        };
    }

    private Stay noticeDue(Stored message, Admission admission, PersonId subject, Conclusion.NoticeDue due) {
        Optional<RecipientId> office = office(due.authority());
        if (admission.person().isPresent()) {
            return unclear(message, subject, due, "identity-of-the-child", "The setting sent no name: find it out.");
        }
        if (office.isEmpty()) {
            return unclear(
                    message,
                    subject,
                    due,
                    "directors-office",
                    "The hub knows no director's office there: notify by hand.");
        }
        StayId id = StayId.fresh();
        DeliveryId delivery = DeliveryId.fresh();
        var source = new Source(Source.Kind.STAY, id.value());
        deliveries.request(delivery, subject, office.get(), SECTION_85_NOTICE, TOLD, source, message.partner(), null);
        return new Stay(
                id,
                message.id(),
                subject,
                State.NOTIFIED,
                due.section(),
                due.authority(),
                office.get(),
                delivery,
                due.findings());
    }

    private Optional<RecipientId> office(String authority) {
        return directory.get().recipients().stream()
                .filter(it -> it.role().equals(DIRECTORS_OFFICE) && authority.equals(it.area()))
                .map(Recipient::id)
                .findFirst();
    }

    private static Stay unclear(Stored message, PersonId subject, Conclusion.NoticeDue due, String rule, String words) {
        List<Finding> findings = new ArrayList<>(due.findings());
        findings.add(new Finding(rule, "Children Act 1989 s.85(1)", words, Map.of()));
        return plain(message.id(), subject, State.FOR_A_PERSON, due.section(), due.authority(), findings);
    }

    private static Stay plain(
            UUID message,
            PersonId subject,
            State state,
            @Nullable String section,
            @Nullable String authority,
            List<Finding> findings) {
        return new Stay(StayId.fresh(), message, subject, state, section, authority, null, null, findings);
    }
}

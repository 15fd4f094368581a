package org.partnerhub.notification.stay.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.notification.stay.Visit;
import org.partnerhub.notification.stay.store.Visits;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds out who a visit is about, and asks again only where its messages say somebody else. */
@Component
class Recognition {

    private final Histories histories;
    private final Subjects subjects;
    private final Visits visits;
    private final JsonMapper json;

    Recognition(Histories histories, Subjects subjects, Visits visits, JsonMapper json) {
        this.histories = histories;
        this.subjects = subjects;
        this.visits = visits;
        this.json = json;
    }

    /** The person; nothing where nobody can tell. Joins the running transaction. */
    @Nullable
    PersonId recognise(Visits.Row row) {
        List<Visit> read = histories.of(row);
        Visit last = read.getLast();
        String by = hash(last.person() + " " + json.writeValueAsString(last.subject()));
        if (by.equals(row.recognisedBy())) {
            return row.subject();
        }
        Optional<PersonFacts> facts = ask(last);
        LocalDate birthDate = facts.map(PersonFacts::birthDate).orElse(null);
        PersonId person = facts.map(PersonFacts::person).orElse(null);
        visits.recognise(row.id(), person, by, birthDate);
        return person;
    }

    private Optional<PersonFacts> ask(Visit visit) {
        PersonId person = visit.person();
        Demographics subject = visit.subject();
        if (person != null) {
            return subjects.find(person);
        }
        return subject == null ? Optional.empty() : Optional.of(subjects.resolve(subject));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

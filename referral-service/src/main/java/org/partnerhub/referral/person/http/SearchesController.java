package org.partnerhub.referral.person.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.referral.officer.outgoing.OfficerLooks;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.PersonSearch;
import org.partnerhub.referral.person.store.PeopleFinder;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Governance officers find somebody; the search is in the log, under each person who is shown, before anybody is. */
@RestController
class SearchesController {

    private static final int MOST_SHOWN = 10;
    private static final String KIND = "person-search";

    private final PeopleFinder finder;
    private final OfficerLooks looks;

    SearchesController(PeopleFinder finder, OfficerLooks looks) {
        this.finder = finder;
        this.looks = looks;
    }

    /**
     * One who may be meant, with as much as tells them apart.
     *
     * @param authority absent where nobody told one, and where whereabouts are protected; likewise the school
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Found(
            PersonId person,
            Demographics.PersonName name,
            @Nullable LocalDate birthDate,
            boolean hasNhsNumber,
            boolean protectedWhereabouts,
            @Nullable String authority,
            @Nullable String schoolUrn) {

        static Found of(KnownPerson known) {
            Demographics told = known.demographics();
            boolean hidden = known.protectedWhereabouts();
            return new Found(
                    known.id(),
                    told.name(),
                    told.birthDate(),
                    told.nhsNumber() != null,
                    hidden,
                    hidden ? null : told.authority(),
                    hidden ? null : told.schoolUrn());
        }
    }

    private record Answer(List<Found> items, boolean more) {}

    @PostMapping("/people/searches")
    ResponseEntity<?> search(@RequestBody byte[] body, Caller officer) {
        PersonSearch wanted = JsonBodies.read(body, "person-search", PersonSearch.class);
        List<KnownPerson> found = finder.find(wanted);
        List<KnownPerson> shown = found.stream().limit(MOST_SHOWN).toList();
        boolean noted = shown.isEmpty()
                ? looks.notedSearch(officer.subject(), KIND, wanted.reason(), wanted.terms())
                : looks.noted(
                        officer.subject(),
                        KIND,
                        wanted.reason(),
                        shown.stream().map(KnownPerson::id).toArray(PersonId[]::new));
        return noted
                ? ResponseEntity.ok()
                        .header("Cache-Control", "no-store")
                        .body(new Answer(shown.stream().map(Found::of).toList(), found.size() > MOST_SHOWN))
                : MergeAnswers.later();
    }
}

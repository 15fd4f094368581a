package org.partnerhub.consent.recording;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** What a consent must be for the hub to record it; nonsense is named field by field. */
public final class RecordingRules {

    private final Purposes purposes;
    private final KnownDirectory directory;

    public RecordingRules(Purposes purposes, KnownDirectory directory) {
        this.purposes = purposes;
        this.directory = directory;
    }

    /**
     * Everything that is wrong with the terms; nothing where they can be recorded.
     *
     * @param birthDate of the person whom they are about, where it is known
     */
    public List<Violation> violations(ConsentTerms terms, @Nullable LocalDate birthDate, LocalDate today) {
        List<Violation> found = new ArrayList<>();
        dates(terms, today, found);
        purposes(terms, found);
        recipients(terms, found);
        exceptions(terms, found);
        giver(terms, birthDate, today, found);
        return found;
    }

    /** The same for a renewal, as it would leave the consent. */
    public List<Violation> violations(
            Renewal renewal, ConsentRecord consent, @Nullable LocalDate birthDate, LocalDate today) {
        List<Violation> found = new ArrayList<>(renewal.violations(consent, today));
        violations(renewal.of(consent, today), birthDate, today).stream()
                .filter(it -> found.stream().noneMatch(other -> other.pointer().equals(it.pointer())))
                .forEach(found::add);
        return found;
    }

    /** The same for a narrowing. */
    public List<Violation> violations(Narrowing narrowing, ConsentRecord consent, LocalDate today) {
        List<Violation> found = new ArrayList<>(narrowing.violations(
                consent.terms(), id -> directory.recipient(id).orElse(null)));
        if (narrowing.until() != null && narrowing.until().isBefore(today)) {
            found.add(new Violation("/until", "Give a last day that is not past; a withdrawal ends it at once."));
        }
        exceptions(narrowing.of(consent.terms(), today), found);
        return found;
    }

    private static void dates(ConsentTerms terms, LocalDate today, List<Violation> found) {
        if (terms.until().isBefore(terms.from())) {
            found.add(new Violation("/until", "Give a last day that is not before the first."));
        }
        if (terms.obtainedOn().isAfter(today)) {
            found.add(new Violation("/obtainedOn", "Give the day on which it was said; it cannot be in the future."));
        }
    }

    private void purposes(ConsentTerms terms, List<Violation> found) {
        for (Purpose purpose : terms.purposes()) {
            var policy = purposes.find(purpose);
            if (policy.isEmpty()) {
                found.add(new Violation(
                        "/purposes", "The hub knows no purpose " + purpose + "; see policy/purposes.yml."));
            } else if (!policy.get().restsOnConsent()) {
                found.add(new Violation("/purposes", "Leave out " + purpose + ": it does not rest on consent."));
            }
        }
        for (Category category : terms.categories()) {
            if (terms.purposes().stream()
                    .flatMap(it -> purposes.find(it).stream())
                    .noneMatch(carries(category))) {
                found.add(new Violation(
                        "/categories", "Leave out " + category.code() + ": none of these purposes ever carries it."));
            }
        }
    }

    private static Predicate<PurposePolicy> carries(Category category) {
        return policy -> policy.carries().contains(category);
    }

    private void recipients(ConsentTerms terms, List<Violation> found) {
        recipients(terms.recipients(), "/recipients/ids", found);
    }

    private void recipients(ConsentTerms.Recipients recipients, String pointer, List<Violation> found) {
        for (RecipientId id : recipients.ids()) {
            if (directory.recipient(id).isEmpty()) {
                found.add(new Violation(pointer, "The hub knows no recipient " + id + "."));
            }
        }
    }

    private void exceptions(ConsentTerms terms, List<Violation> found) {
        if (terms.decision() == ConsentTerms.Answer.REFUSED
                && !terms.exceptions().isEmpty()) {
            found.add(new Violation(
                    "/exceptions", "Leave out of a refusal what is not refused; only a consent has these."));
        }
        for (int i = 0; i < terms.exceptions().size(); i++) {
            ConsentTerms.Excepted excepted = terms.exceptions().get(i);
            recipients(excepted.recipients(), "/exceptions/" + i + "/recipients/ids", found);
            if (!terms.categories().containsAll(excepted.categories())) {
                found.add(new Violation(
                        "/exceptions/" + i + "/categories",
                        "Name categories that the consent has; the others are kept anyway."));
            }
        }
    }

    private static void giver(
            ConsentTerms terms, @Nullable LocalDate birthDate, LocalDate today, List<Violation> found) {
        ConsentTerms.GivenBy giver = terms.givenBy();
        switch (giver.capacity()) {
            case ADULT ->
                age(18, 200, birthDate, terms, found, "An adult is 18 or over; say in what capacity it was given.");
            case SIXTEEN_OR_SEVENTEEN ->
                age(16, 17, birthDate, terms, found, "The person was not 16 or 17 on that day.");
            case GILLICK_COMPETENT -> {
                age(
                        0,
                        15,
                        birthDate,
                        terms,
                        found,
                        "From 16 on a person is presumed able; say sixteen-or-seventeen or adult.");
                assessed(terms, today, found);
            }
            case PARENTAL_RESPONSIBILITY -> {
                age(0, 17, birthDate, terms, found, "Nobody has parental responsibility for an adult.");
                named(giver, "Name who with parental responsibility decided.", found);
            }
            case COURT -> named(giver, "Name the court.", found);
        }
    }

    private static void age(
            int least,
            int most,
            @Nullable LocalDate birthDate,
            ConsentTerms terms,
            List<Violation> found,
            String remedy) {
        if (birthDate == null) {
            found.add(new Violation("/subject", "Give the date of birth first: it decides who may consent."));
            return;
        }
        int age = Period.between(birthDate, terms.obtainedOn()).getYears();
        if (age < least || age > most || terms.obtainedOn().isBefore(birthDate)) {
            found.add(new Violation("/givenBy/capacity", remedy));
        }
    }

    private static void assessed(ConsentTerms terms, LocalDate today, List<Violation> found) {
        ConsentTerms.Assessor assessor = terms.givenBy().assessor();
        if (assessor == null) {
            found.add(new Violation(
                    "/givenBy/assessor", "Say who assessed that this child can decide, in what role and when."));
        } else if (assessor.assessedOn().isAfter(terms.obtainedOn())
                || assessor.assessedOn().isAfter(today)) {
            found.add(new Violation("/givenBy/assessor/assessedOn", "The assessment comes before the decision."));
        }
    }

    private static void named(ConsentTerms.GivenBy giver, String remedy, List<Violation> found) {
        if (giver.name() == null) {
            found.add(new Violation("/givenBy/name", remedy));
        }
    }

    /** The terms as they can hold: what a parent agreed ends with the day before the eighteenth birthday. */
    public static ConsentTerms asTheyCanHold(ConsentTerms terms, @Nullable LocalDate birthDate) {
        if (birthDate == null || terms.givenBy().capacity() != Capacity.PARENTAL_RESPONSIBILITY) {
            return terms;
        }
        LocalDate last = birthDate.plusYears(18).minusDays(1);
        boolean cut = terms.until().isAfter(last) && !terms.from().isAfter(last);
        return cut ? terms.lasting(terms.from(), last) : terms;
    }
}

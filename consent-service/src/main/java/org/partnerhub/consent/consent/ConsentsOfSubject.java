package org.partnerhub.consent.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * Everything that was ever given or refused about one person. Whose word counts: the person's own, once they have said anything about
 * the purpose; else a court's; else that of those with parental responsibility, as long as none of them disagrees. The newest word of
 * each counts. An agreement runs out on its last day; a refusal or a withdrawal counts until the same person says something newer.
 */
public record ConsentsOfSubject(List<ConsentRecord> records) {

    public ConsentsOfSubject {
        records = records.stream().sorted(ConsentRecord.NEWEST_FIRST).toList();
    }

    public Standing standing(Purpose purpose, Recipient recipient, Category category, LocalDate day) {
        List<ConsentRecord> forPurpose =
                records.stream().filter(it -> it.isAbout(purpose, day)).toList();
        List<ConsentRecord> own =
                forPurpose.stream().filter(ConsentRecord::isOwn).toList();
        // whoever may decide and has spoken is not spoken for by others, not even for other places or times
        List<ConsentRecord> counting = own.isEmpty() ? forPurpose : own;
        List<ConsentRecord> inForce = counting.stream()
                .filter(it -> it.reaches(recipient) && !it.hasLapsed(day))
                .toList();
        return newest(inForce, covers(category).and(ConsentRecord::isOwn))
                .or(() -> ofACourt(inForce, category))
                .or(() -> ofThoseResponsible(inForce, category))
                .orElseGet(() -> whyNot(counting, inForce, recipient, day));
    }

    /** When somebody last refused or withdrew for a purpose; absent where nobody ever did. */
    public Optional<Instant> lastNo(Purpose purpose) {
        return records.stream()
                .filter(it -> !it.isAgreement() && it.terms().purposes().contains(purpose))
                .map(ConsentRecord::heardAt)
                .max(Instant::compareTo);
    }

    /** Only what was refused or withdrawn. */
    public ConsentsOfSubject withoutAgreements() {
        return new ConsentsOfSubject(
                records.stream().filter(it -> !it.isAgreement()).toList());
    }

    private static Optional<Standing> ofACourt(List<ConsentRecord> inForce, Category category) {
        return newest(inForce, covers(category).and(it -> it.terms().givenBy().capacity() == Capacity.COURT));
    }

    private static Optional<Standing> ofThoseResponsible(List<ConsentRecord> inForce, Category category) {
        Map<String, ConsentRecord> newestOfEach = new LinkedHashMap<>();
        inForce.stream().filter(covers(category)).forEach(it -> newestOfEach.putIfAbsent(it.giver(), it));
        List<ConsentRecord> words = List.copyOf(newestOfEach.values());
        List<ConsentRecord> agreeing =
                words.stream().filter(ConsentRecord::isAgreement).toList();
        if (!agreeing.isEmpty() && agreeing.size() < words.size()) {
            return Optional.of(new Standing.Disputed());
        }
        return newest(words, it -> !it.isGiven()).or(() -> newest(words, it -> true));
    }

    private static Predicate<ConsentRecord> covers(Category category) {
        return it -> it.terms().categories().contains(category);
    }

    private static Optional<Standing> newest(List<ConsentRecord> newestFirst, Predicate<ConsentRecord> which) {
        return newestFirst.stream().filter(which).findFirst().map(ConsentsOfSubject::itself);
    }

    private static Standing itself(ConsentRecord word) {
        if (word.isWithdrawn()) {
            return word.isGiven() ? new Standing.Withdrawn() : new Standing.Missing();
        }
        return word.isGiven() ? new Standing.Given(word.id(), word.terms().until()) : new Standing.Refused();
    }

    private static Standing whyNot(
            List<ConsentRecord> forPurpose, List<ConsentRecord> inForce, Recipient recipient, LocalDate day) {
        List<ConsentRecord> given =
                forPurpose.stream().filter(ConsentRecord::isAgreement).toList();
        if (inForce.stream().anyMatch(given::contains)) {
            return new Standing.ForOtherCategories();
        }
        if (given.stream().anyMatch(it -> it.reaches(recipient) && it.hasExpired(day))) {
            return new Standing.Expired();
        }
        return given.stream().anyMatch(it -> !it.hasExpired(day))
                ? new Standing.ForOtherRecipients()
                : new Standing.Missing();
    }
}

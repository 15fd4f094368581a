package org.partnerhub.consent.consent;

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
 * Everything that was ever given or refused about one person. Whose word counts: the person's own, where they may decide; else a
 * court's; else that of those with parental responsibility, as long as none of them disagrees. The newest word of each counts.
 */
public record ConsentsOfSubject(List<ConsentRecord> records) {

    public ConsentsOfSubject {
        records = records.stream().sorted(ConsentRecord.NEWEST_FIRST).toList();
    }

    public Standing standing(Purpose purpose, Recipient recipient, Category category, LocalDate day) {
        List<ConsentRecord> forPurpose =
                records.stream().filter(it -> it.isAbout(purpose, day)).toList();
        List<ConsentRecord> inForce = forPurpose.stream()
                .filter(it -> it.reaches(recipient) && !it.hasExpired(day))
                .toList();
        return ofThePersonThemselves(inForce, category)
                .or(() -> ofACourt(inForce, category))
                .or(() -> ofThoseResponsible(inForce, category))
                .orElseGet(() -> whyNot(forPurpose, inForce, recipient, day));
    }

    /** Once somebody who may decide has agreed to something, nobody else's word widens it. */
    private static Optional<Standing> ofThePersonThemselves(List<ConsentRecord> inForce, Category category) {
        List<ConsentRecord> own = inForce.stream().filter(ConsentRecord::isOwn).toList();
        boolean hasAgreed = own.stream().anyMatch(ConsentRecord::isAgreement);
        return newest(own, covers(category))
                .or(() -> hasAgreed ? Optional.of(new Standing.ForOtherCategories()) : Optional.empty());
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
        return word.isGiven() ? new Standing.Given(word.id()) : new Standing.Refused();
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

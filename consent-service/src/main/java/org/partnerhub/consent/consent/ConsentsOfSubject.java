package org.partnerhub.consent.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * Everything that was ever given or refused about one person. Whose word counts: the person's own, once they have said anything about
 * the purpose; else a court's; else that of those with parental responsibility, as long as none of them disagrees. The newest word of
 * each counts. An agreement runs out on its last day; a refusal or a withdrawal counts until the same person says something newer. What
 * a narrowing took away stands among the records as withdrawn.
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
        List<Word> words =
                inForce.stream().map(it -> Word.of(it, recipient, category)).toList();
        return newest(words, it -> it.record().isOwn())
                .or(() -> newest(words, it -> it.record().terms().givenBy().capacity() == Capacity.COURT))
                .or(() -> ofThoseResponsible(words))
                .orElseGet(() -> whyNot(counting, inForce, recipient, day));
    }

    /** When somebody last refused or withdrew for a purpose, or kept it from somebody; absent where nobody ever did. */
    public Optional<Instant> lastNo(Purpose purpose) {
        return records.stream()
                .filter(it -> !it.isAgreement() || !it.terms().exceptions().isEmpty())
                .filter(it -> it.terms().purposes().contains(purpose))
                .map(ConsentRecord::heardAt)
                .max(Instant::compareTo);
    }

    /** All but one of them. */
    public ConsentsOfSubject without(ConsentId id) {
        return new ConsentsOfSubject(
                records.stream().filter(it -> !it.id().equals(id)).toList());
    }

    private static Optional<Standing> ofThoseResponsible(List<Word> all) {
        Map<String, Word> newestOfEach = new LinkedHashMap<>();
        all.stream()
                .filter(Word::isAboutCategory)
                .forEach(it -> newestOfEach.putIfAbsent(it.record().giver(), it));
        List<Word> words = List.copyOf(newestOfEach.values());
        List<Word> agreeing = words.stream().filter(Word::agrees).toList();
        if (!agreeing.isEmpty() && agreeing.size() < words.size()) {
            return Optional.of(new Standing.Disputed());
        }
        return newest(words, Word::refuses).or(() -> newest(words, it -> true));
    }

    private static Optional<Standing> newest(List<Word> newestFirst, Predicate<Word> which) {
        return newestFirst.stream()
                .filter(Word::isAboutCategory)
                .filter(which)
                .findFirst()
                .map(Word::standing);
    }

    /**
     * One record, as it bears on one recipient and category. What somebody excepted when they consented, they refused: a parent does
     * not undo it.
     */
    private record Word(ConsentRecord record, boolean isAboutCategory, boolean isExcepted) {

        static Word of(ConsentRecord record, Recipient recipient, Category category) {
            return new Word(
                    record,
                    record.terms().categories().contains(category),
                    record.isGiven() && record.terms().except(recipient, category));
        }

        boolean agrees() {
            return record.isAgreement() && !isExcepted;
        }

        boolean refuses() {
            return !record.isGiven() || (isExcepted && !record.isWithdrawn());
        }

        Standing standing() {
            if (record.isWithdrawn()) {
                return record.isGiven() ? new Standing.Withdrawn() : new Standing.Missing();
            }
            return agrees() ? new Standing.Given(record.id(), record.terms().until()) : new Standing.Refused();
        }
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

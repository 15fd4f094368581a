package org.partnerhub.consent.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * A consent or a refusal, as it stands.
 *
 * @param terms as they are now: a renewal or a narrowing changes them
 * @param recordedBy the partner that recorded it
 * @param recordedAt when the hub heard these terms
 * @param withdrawnAt absent while it has not been withdrawn
 * @param version counts from 1; a renewal or a narrowing makes the next
 */
public record ConsentRecord(
        ConsentId id,
        PersonId subject,
        ConsentTerms terms,
        PartnerId recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        int version) {

    /** The first version. */
    public ConsentRecord(
            ConsentId id,
            PersonId subject,
            ConsentTerms terms,
            PartnerId recordedBy,
            Instant recordedAt,
            @Nullable Instant withdrawnAt) {
        this(id, subject, terms, recordedBy, recordedAt, withdrawnAt, 1);
    }

    /** Days are counted where the hub is. */
    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /**
     * The newest word first: by the day on which somebody said it, then by when the hub heard; of two at the very same time the
     * one that withholds.
     */
    static final Comparator<ConsentRecord> NEWEST_FIRST = Comparator.comparing(ConsentRecord::saidOn)
            .thenComparing(ConsentRecord::heardAt)
            .reversed()
            .thenComparing(ConsentRecord::isAgreement)
            .thenComparing(ConsentRecord::isGiven)
            .thenComparing(it -> it.id().value());

    public boolean isGiven() {
        return terms.decision() == ConsentTerms.Answer.GIVEN;
    }

    /** Given and not taken back. */
    boolean isAgreement() {
        return isGiven() && !isWithdrawn();
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether it applies already on a day. */
    public boolean hasBegun(LocalDate day) {
        return !day.isBefore(terms.from());
    }

    public boolean hasExpired(LocalDate day) {
        return day.isAfter(terms.until());
    }

    /** Whether it was an agreement whose last day has passed; a no does not run out. */
    boolean hasLapsed(LocalDate day) {
        return isAgreement() && hasExpired(day);
    }

    boolean isAbout(Purpose purpose, LocalDate day) {
        return terms.purposes().contains(purpose) && hasBegun(day);
    }

    public boolean reaches(Recipient recipient) {
        return terms.recipients().cover(recipient.id(), recipient.kind());
    }

    /** The next version: the same consent under other terms, heard at a time. */
    public ConsentRecord under(ConsentTerms others, Instant at) {
        return new ConsentRecord(id, subject, others, recordedBy, at, withdrawnAt, version + 1);
    }

    boolean isOwn() {
        return terms.givenBy().capacity().isOwn();
    }

    /** Who decided, to tell two holders of parental responsibility apart. */
    String giver() {
        return giver(terms.givenBy());
    }

    private static String giver(ConsentTerms.GivenBy by) {
        String name = by.name();
        return by.capacity().code() + ":" + (name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
    }

    /** How it stands on a day, in the words that partners are told. */
    public String state(LocalDate day) {
        if (isWithdrawn()) {
            return "withdrawn";
        }
        if (isGiven() && hasExpired(day)) {
            return "expired";
        }
        if (!hasBegun(day)) {
            return "not-begun";
        }
        return isGiven() ? "given" : "refused";
    }

    /** Whether it was they who decided: a parent or a court by name, the person themselves in whatever capacity. */
    public boolean hasGiverOf(ConsentTerms.GivenBy others) {
        return isOwn() ? others.capacity().isOwn() : giver().equals(giver(others));
    }

    private LocalDate saidOn() {
        return withdrawnAt == null
                ? terms.obtainedOn()
                : withdrawnAt.atZone(ENGLAND).toLocalDate();
    }

    /** When the hub heard the word that it holds now. */
    Instant heardAt() {
        return withdrawnAt == null ? recordedAt : withdrawnAt;
    }

    @Override
    public String toString() {
        return "ConsentRecord[" + id + "]";
    }
}

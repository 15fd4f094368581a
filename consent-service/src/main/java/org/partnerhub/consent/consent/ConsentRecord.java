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
 * @param recordedBy the partner that recorded it
 * @param withdrawnAt absent while it has not been withdrawn
 */
public record ConsentRecord(
        ConsentId id,
        PersonId subject,
        ConsentTerms terms,
        PartnerId recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt) {

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

    public boolean hasExpired(LocalDate day) {
        return day.isAfter(terms.until());
    }

    /** Whether it was an agreement whose last day has passed; a no does not run out. */
    boolean hasLapsed(LocalDate day) {
        return isAgreement() && hasExpired(day);
    }

    boolean isAbout(Purpose purpose, LocalDate day) {
        return terms.purposes().contains(purpose) && !day.isBefore(terms.from());
    }

    public boolean reaches(Recipient recipient) {
        return terms.recipients().cover(recipient.id(), recipient.kind());
    }

    boolean isOwn() {
        return terms.givenBy().capacity().isOwn();
    }

    /** Who decided, to tell two holders of parental responsibility apart. */
    String giver() {
        String name = terms.givenBy().name();
        return terms.givenBy().capacity().code() + ":"
                + (name == null ? "" : name.strip().toLowerCase(Locale.ROOT));
    }

    /** How it stands on a day, in the words that partners are told. */
    public String state(LocalDate day) {
        if (isWithdrawn()) {
            return "withdrawn";
        }
        if (hasExpired(day)) {
            return "expired";
        }
        return isGiven() ? "given" : "refused";
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

package org.partnerhub.consent.agreement.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.AgreementState;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

/** An agreement as officers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementAnswer(
        String reference,
        PartnerId partner,
        int version,
        String state,
        boolean reviewDue,
        List<Purpose> purposes,
        List<Category> categories,
        LocalDate from,
        LocalDate until,
        LocalDate reviewOn,
        List<String> signedBy,
        @Nullable List<Version> history) {

    /** By what the register can be asked for. */
    static final List<String> STATES = List.of("not-begun", "in-force", "lapsing", "lapsed", "review-due");

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            int version,
            Instant recordedAt,
            @Nullable String recordedBy,
            LocalDate from,
            LocalDate until,
            LocalDate reviewOn,
            List<Purpose> purposes,
            List<Category> categories) {

        static Version of(KeptAgreement kept) {
            Agreement agreement = kept.agreement();
            return new Version(
                    kept.version(),
                    kept.recordedAt(),
                    kept.recordedBy(),
                    agreement.from(),
                    agreement.until(),
                    agreement.reviewOn(),
                    inOrder(agreement.purposes()),
                    sorted(agreement.categories()));
        }
    }

    private static List<Purpose> inOrder(Set<Purpose> purposes) {
        return purposes.stream().sorted(Comparator.comparing(Purpose::value)).toList();
    }

    private static List<Category> sorted(Set<Category> categories) {
        return categories.stream().sorted().toList();
    }

    static AgreementAnswer of(KeptAgreement kept, AgreementState state, LocalDate today) {
        Agreement agreement = kept.agreement();
        return new AgreementAnswer(
                agreement.reference(),
                agreement.partner(),
                kept.version(),
                state.code(),
                state != AgreementState.LAPSED && !today.isBefore(agreement.reviewOn()),
                inOrder(agreement.purposes()),
                sorted(agreement.categories()),
                agreement.from(),
                agreement.until(),
                agreement.reviewOn(),
                agreement.signedBy(),
                null);
    }

    AgreementAnswer with(List<KeptAgreement> versions) {
        return new AgreementAnswer(
                reference,
                partner,
                version,
                state,
                reviewDue,
                purposes,
                categories,
                from,
                until,
                reviewOn,
                signedBy,
                versions.stream().map(Version::of).toList());
    }

    /** One that is lapsing is in force still. */
    boolean is(String asked) {
        return switch (asked) {
            case "review-due" -> reviewDue;
            case "in-force" -> state.equals("in-force") || state.equals("lapsing");
            default -> state.equals(asked);
        };
    }
}

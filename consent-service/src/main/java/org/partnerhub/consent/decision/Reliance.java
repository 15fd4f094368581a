package org.partnerhub.consent.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.purpose.PurposePolicy.AgreementNeed;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * What something may go by, and until when.
 *
 * @param ground absent where nothing may go; an override's where anything rests on one
 * @param authority the Act and section, where the purpose does not rest on consent
 * @param until when the first of the records ends; absent where none does
 */
public record Reliance(
        @Nullable GroundKind ground,
        List<ConsentId> consents,
        List<OverrideRecord> overrides,
        List<Agreement> agreements,
        List<ReleaseRecord> releases,
        @Nullable String authority,
        @Nullable Instant until) {

    static final Reliance NONE = new Reliance(null, List.of(), List.of(), List.of(), List.of(), null, null);

    public Reliance {
        consents = List.copyOf(consents);
        overrides = List.copyOf(overrides);
        agreements = List.copyOf(agreements);
        releases = List.copyOf(releases);
    }

    /** Of one category that no rule withholds. */
    static Reliance of(Situation situation, Category category) {
        List<Agreement> agreements = agreements(situation, category);
        List<ReleaseRecord> releases =
                situation.isProtected() ? situation.release(category).stream().toList() : List.of();
        Instant records = Stream.concat(
                        agreements.stream().map(it -> endOf(it.until())),
                        releases.stream().map(ReleaseRecord::endsAt))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return switch (situation.basis(category)) {
            case Basis.Law() ->
                new Reliance(
                        situation.knownPurpose().ground(),
                        List.of(),
                        List.of(),
                        agreements,
                        releases,
                        situation.knownPurpose().authority(),
                        records);
            case Basis.Consent(var consent, var until) ->
                new Reliance(
                        GroundKind.EXPLICIT_CONSENT,
                        List.of(consent),
                        List.of(),
                        agreements,
                        releases,
                        null,
                        first(records, endOf(until)));
            case Basis.WithoutConsent(var override) ->
                new Reliance(
                        GroundKind.OVERRIDE,
                        List.of(),
                        List.of(override),
                        agreements,
                        releases,
                        null,
                        first(records, override.endsAt()));
            case Basis.Nothing(var standing) -> throw new IllegalStateException("A rule withholds it: " + standing);
        };
    }

    /** Of the whole that may go. */
    static Reliance together(List<Reliance> each, Situation situation) {
        boolean overridden = each.stream().anyMatch(it -> it.ground() == GroundKind.OVERRIDE);
        return new Reliance(
                overridden ? GroundKind.OVERRIDE : situation.knownPurpose().ground(),
                all(each, Reliance::consents),
                all(each, Reliance::overrides),
                all(each, Reliance::agreements),
                all(each, Reliance::releases),
                situation.knownPurpose().restsOnConsent()
                        ? null
                        : situation.knownPurpose().authority(),
                each.stream()
                        .map(Reliance::until)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    CategoryAnswer permits(Category category) {
        return new CategoryAnswer(category, true, List.of(), ground, named(), until);
    }

    /** Consents and overrides, or the Act and section; as the log names them. */
    public String words() {
        return authority != null
                ? authority
                : String.join(
                        " ",
                        Stream.concat(
                                        consents.stream().map(Object::toString),
                                        overrides.stream().map(it -> "override/" + it.id()))
                                .toList());
    }

    /** Every record by its kind and id. */
    private List<String> named() {
        Stream<String> rights = Stream.concat(
                consents.stream().map(it -> "consent/" + it), overrides.stream().map(it -> "override/" + it.id()));
        Stream<String> conditions = Stream.concat(
                agreements.stream().map(it -> "agreement/" + it.reference()),
                releases.stream().map(it -> "release/" + it.id()));
        Stream<String> records = Stream.concat(rights, conditions);
        return authority == null
                ? records.toList()
                : Stream.concat(Stream.of(authority), records).toList();
    }

    /** One with each partner: of several the one that lasts longest. */
    private static List<Agreement> agreements(Situation situation, Category category) {
        if (situation.knownPurpose().agreement() == AgreementNeed.NOT_REQUIRED) {
            return List.of();
        }
        return situation.knownRecipient().operatedBy().stream()
                .sorted(Comparator.comparing(PartnerId::value))
                .map(partner -> situation.agreementsWith(partner).stream()
                        .filter(it -> it.categories().contains(category))
                        .max(Comparator.comparing(Agreement::until)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Instant endOf(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(ConsentRecord.ENGLAND).toInstant();
    }

    private static Instant first(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    private static <T> List<T> all(List<Reliance> each, Function<Reliance, List<T>> of) {
        return each.stream().map(of).flatMap(Collection::stream).distinct().toList();
    }
}

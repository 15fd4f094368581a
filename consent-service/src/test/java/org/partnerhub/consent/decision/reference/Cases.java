package org.partnerhub.consent.decision.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.override.OverrideGround;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.PurposePolicy.AgreementNeed;
import org.partnerhub.consent.purpose.PurposePolicy.FreeText;
import org.partnerhub.consent.purpose.PurposePolicy.Whereabouts;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Makes cases from few values, so that they meet: the same seed makes the same cases. */
public final class Cases {

    /** Around midnight here and there, in summer time and out of it. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-07-01T22:59:59Z"),
            Instant.parse("2026-07-01T23:00:00Z"),
            Instant.parse("2026-11-22T12:00:00Z"),
            Instant.parse("2026-11-22T23:59:59Z"),
            Instant.parse("2026-11-23T00:00:00Z"));

    private static final List<String> KINDS = List.of("council", "school", "mental-health", "police");
    private static final List<String> PARTNERS = List.of("county", "trust", "academy");
    private static final List<String> PLACES = List.of("hub", "desk", "clinic");

    private static final Purpose OTHER = new Purpose("something-else");

    private final SplittableRandom random;
    private final List<PurposePolicy> written;

    /**
     * Cases of one seed.
     *
     * @param written the purposes of policy/purposes.yml; about half of the cases use them
     */
    public Cases(long seed, List<PurposePolicy> written) {
        this.random = new SplittableRandom(seed);
        this.written = List.copyOf(written);
    }

    public Case next() {
        Instant now = oneOf(TIMES);
        PurposePolicy purpose = often(2) ? oneOf(written) : invented();
        Recipient recipient = new Recipient(
                new RecipientId(oneOf(PLACES)),
                "a place",
                often(3) ? kindOf(purpose) : oneOf(KINDS),
                "role",
                some(PARTNERS, 2).stream().map(PartnerId::new).collect(Collectors.toSet()),
                null,
                null,
                Channel.MAILBOX);
        return new Case(
                seldom(50) ? null : purpose,
                seldom(50) ? null : recipient,
                asked(purpose),
                seldom(4) ? new PartnerId(oneOf(PARTNERS)) : null,
                agreements(recipient, purpose, now),
                several(5, () -> consent(recipient, purpose, now)),
                several(3, () -> override(recipient, purpose, now)),
                several(3, () -> release(recipient, purpose, now)),
                seldom(3),
                now);
    }

    private PurposePolicy invented() {
        GroundKind ground = oneOf(List.of(
                GroundKind.EXPLICIT_CONSENT,
                GroundKind.EXPLICIT_CONSENT,
                GroundKind.STATUTORY_DUTY,
                GroundKind.PUBLIC_TASK,
                GroundKind.VITAL_INTERESTS));
        boolean consent = ground == GroundKind.EXPLICIT_CONSENT;
        return new PurposePolicy(
                new Purpose("invented-purpose"),
                "invented",
                ground,
                consent ? null : "An Act",
                "6(1)(e)",
                null,
                null,
                categories(10),
                seldom(4) ? Set.of("any") : some(KINDS, 2),
                seldom(4) ? AgreementNeed.NOT_REQUIRED : AgreementNeed.REQUIRED,
                consent ? Whereabouts.WITHHELD : oneOf(List.of(Whereabouts.values())),
                oneOf(List.of(FreeText.values())),
                null,
                "some time",
                null);
    }

    private Set<Category> asked(PurposePolicy purpose) {
        if (seldom(40)) {
            return Set.of();
        }
        Set<Category> asked = categories(3);
        if (!seldom(10)) {
            asked.retainAll(purpose.carries());
        }
        return asked.isEmpty() && !purpose.carries().isEmpty()
                ? Set.of(oneOf(purpose.carries().stream().sorted().toList()))
                : asked;
    }

    private List<Agreement> agreements(Recipient recipient, PurposePolicy purpose, Instant now) {
        List<Agreement> all = new ArrayList<>();
        IntStream.range(0, 2)
                .boxed()
                .flatMap(_ -> PARTNERS.stream())
                .filter(partner -> recipient.operatedBy().contains(new PartnerId(partner)) ? !seldom(4) : seldom(3))
                .forEach(partner -> all.add(agreement(partner, purpose, now)));
        return all;
    }

    private Agreement agreement(String partner, PurposePolicy purpose, Instant now) {
        LocalDate day = day(now);
        return new Agreement(
                "ISA-" + random.nextInt(1000),
                new PartnerId(partner),
                purposes(purpose),
                seldom(2) ? EnumSet.allOf(Category.class) : categories(9),
                day.plusDays(seldom(6) ? random.nextInt(3) - 1 : -100),
                day.plusDays(seldom(4) ? random.nextInt(3) - 1 : 100),
                day,
                List.of("Caldicott Guardian"));
    }

    private ConsentRecord consent(Recipient recipient, PurposePolicy purpose, Instant now) {
        LocalDate day = day(now);
        Capacity capacity = oneOf(List.of(
                Capacity.SIXTEEN_OR_SEVENTEEN,
                Capacity.GILLICK_COMPETENT,
                Capacity.COURT,
                Capacity.PARENTAL_RESPONSIBILITY,
                Capacity.PARENTAL_RESPONSIBILITY,
                Capacity.PARENTAL_RESPONSIBILITY,
                Capacity.PARENTAL_RESPONSIBILITY));
        boolean named = capacity == Capacity.COURT || capacity == Capacity.PARENTAL_RESPONSIBILITY;
        LocalDate said = day.minusDays(random.nextInt(4));
        ConsentTerms terms = new ConsentTerms(
                seldom(4) ? ConsentTerms.Answer.REFUSED : ConsentTerms.Answer.GIVEN,
                new ConsentTerms.GivenBy(capacity, named ? oneOf(List.of("Ada", " ada ", "Ben")) : null, null),
                purposes(purpose),
                new ConsentTerms.Recipients(
                        seldom(2) ? Set.of(recipient.kind()) : some(KINDS, 1),
                        seldom(2)
                                ? some(PLACES, 1).stream().map(RecipientId::new).collect(Collectors.toSet())
                                : Set.of()),
                seldom(2) ? EnumSet.allOf(Category.class) : categories(9),
                day.plusDays(seldom(6) ? random.nextInt(3) - 1 : -50),
                day.plusDays(seldom(4) ? random.nextInt(3) - 1 : 50),
                new ConsentTerms.Evidence("form", null),
                said,
                seldom(8) ? List.of(exception(recipient)) : List.of());
        Instant heard = said.atTime(9 + random.nextInt(3), 0).toInstant(ZoneOffset.UTC);
        return new ConsentRecord(
                new ConsentId(id()),
                PersonId.of(new UUID(1, 1).toString()),
                terms,
                new PartnerId("academy"),
                heard,
                terms.decision() == ConsentTerms.Answer.GIVEN && seldom(4)
                        ? heard.plus(Duration.ofHours(random.nextInt(40)))
                        : null);
    }

    private ConsentTerms.Excepted exception(Recipient recipient) {
        return new ConsentTerms.Excepted(
                new ConsentTerms.Recipients(
                        seldom(2) ? Set.of(recipient.kind()) : Set.of(),
                        seldom(2) ? Set.of(new RecipientId(oneOf(PLACES))) : Set.of()),
                seldom(2) ? Set.of() : categories(5));
    }

    private OverrideRecord override(Recipient recipient, PurposePolicy purpose, Instant now) {
        Instant from = now.minus(Duration.ofHours(random.nextInt(100) - 1L));
        return new OverrideRecord(
                new OverrideId(id()),
                PersonId.of(new UUID(1, 1).toString()),
                oneOf(List.of(OverrideGround.values())),
                seldom(6) ? OTHER : purpose.id(),
                seldom(2) ? Set.of(recipient.id()) : Set.of(new RecipientId(oneOf(PLACES))),
                seldom(2) ? EnumSet.allOf(Category.class) : categories(9),
                seldom(2),
                "approver",
                "governance-approver",
                from,
                now.plus(Duration.ofHours(random.nextInt(5) - 1L)),
                seldom(6) ? now.plus(Duration.ofHours(random.nextInt(3) - 1L)) : null);
    }

    private ReleaseRecord release(Recipient recipient, PurposePolicy purpose, Instant now) {
        return new ReleaseRecord(
                new ReleaseId(id()),
                PersonId.of(new UUID(1, 1).toString()),
                seldom(6) ? OTHER : purpose.id(),
                seldom(2) ? recipient.id() : new RecipientId(oneOf(PLACES)),
                categories(9),
                "officer",
                now.minus(Duration.ofHours(random.nextInt(9) - 1L)),
                now.plus(Duration.ofHours(random.nextInt(5) - 1L)),
                seldom(6) ? now.plus(Duration.ofHours(random.nextInt(3) - 1L)) : null);
    }

    private String kindOf(PurposePolicy purpose) {
        List<String> kinds = purpose.recipients().stream()
                .filter(it -> !it.equals("any"))
                .sorted()
                .toList();
        return kinds.isEmpty() ? oneOf(KINDS) : oneOf(kinds);
    }

    private Set<Purpose> purposes(PurposePolicy purpose) {
        return switch (random.nextInt(6)) {
            case 0 -> Set.of(OTHER);
            case 1 -> Set.of(OTHER, purpose.id());
            default -> Set.of(purpose.id());
        };
    }

    private Set<Category> categories(int most) {
        Set<Category> some = EnumSet.noneOf(Category.class);
        IntStream.rangeClosed(0, random.nextInt(most)).forEach(_ -> some.add(oneOf(List.of(Category.values()))));
        return some;
    }

    private Set<String> some(List<String> of, int most) {
        Set<String> some = new TreeSet<>();
        int count = seldom(20) ? 0 : 1 + random.nextInt(most);
        IntStream.range(0, count).forEach(_ -> some.add(oneOf(of)));
        return some;
    }

    private <T> List<T> several(int lessThan, Supplier<T> one) {
        return IntStream.range(0, random.nextInt(lessThan))
                .mapToObj(_ -> one.get())
                .toList();
    }

    private <T extends @Nullable Object> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ConsentRecord.ENGLAND).toLocalDate();
    }

    /** True once in so many times. */
    private boolean seldom(int times) {
        return random.nextInt(times) == 0;
    }

    /** True all but once in so many times. */
    private boolean often(int times) {
        return !seldom(times);
    }
}

package org.partnerhub.fhir.consent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;

/** The purposes that rest on consent, as {@code policy/purposes.yml} has them, and what a code for health care is among them. */
public record PurposesOnConsent(List<Entry> entries) {

    /** Kinds of recipient that do nothing but give health care. */
    private static final Set<String> CARERS = Set.of("mental-health", "hospital", "community-health");

    /** UK GDPR: health or social care, treatment, or the management of the systems and services for it. */
    private static final String HEALTH_OR_SOCIAL_CARE = "9(2)(h)";

    public PurposesOnConsent {
        entries = List.copyOf(entries);
    }

    public static PurposesOnConsent of(PolicyFile purposes) {
        return new PurposesOnConsent(purposes.as(PurposesFile.class).purposes().stream()
                .filter(it -> it.ground() == GroundKind.EXPLICIT_CONSENT)
                .toList());
    }

    public Set<Purpose> all() {
        return those(it -> true);
    }

    /** What is treatment in any reading: it goes to nobody but those who give health care. */
    public Set<Purpose> certainlyTreatment() {
        return those(it -> it.isCare() && CARERS.containsAll(it.recipients()));
    }

    /** What may be treatment, its payment or its running in some reading. */
    public Set<Purpose> perhapsTreatment() {
        return those(Entry::isCare);
    }

    /** What any of them ever carries; everything where the hub knows none of them, for consent-service to say so. */
    public Set<Category> carriedBy(Set<Purpose> purposes) {
        EnumSet<Category> carried = EnumSet.noneOf(Category.class);
        entries.stream()
                .filter(it -> purposes.contains(it.id()))
                .map(Entry::carries)
                .forEach(carried::addAll);
        return carried.isEmpty() ? EnumSet.allOf(Category.class) : carried;
    }

    /** The kinds of recipient that any of them may go to, as far as the policy names them. */
    public Set<String> kindsOf(Set<Purpose> purposes) {
        return entries.stream()
                .filter(it -> purposes.contains(it.id()))
                .map(Entry::recipients)
                .flatMap(Collection::stream)
                .filter(it -> !it.equals("any"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The kinds of recipient that anything ever goes to on consent. */
    public Set<String> kinds() {
        return kindsOf(all());
    }

    private Set<Purpose> those(Predicate<Entry> which) {
        return entries.stream().filter(which).map(Entry::id).collect(Collectors.toSet());
    }

    private record PurposesFile(
            @JsonProperty(required = true) List<Entry> purposes) {}

    /** What is read of a purpose. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(
            @JsonProperty(required = true) Purpose id,
            @JsonProperty(required = true) GroundKind ground,
            @JsonProperty("article-9") @Nullable String article9,
            @JsonProperty(required = true) Set<Category> carries,
            @JsonProperty(required = true) Set<String> recipients) {

        public Entry {
            carries = Set.copyOf(carries);
            recipients = Set.copyOf(recipients);
        }

        boolean isCare() {
            return HEALTH_OR_SOCIAL_CARE.equals(article9);
        }
    }
}

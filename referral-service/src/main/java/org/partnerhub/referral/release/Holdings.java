package org.partnerhub.referral.release;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.referral.Incident;
import org.partnerhub.referral.referral.Progress;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.StoryPart;

/**
 * All that could be told of a person.
 *
 * @param story in the order in which it was told
 * @param referral the referral in question; absent where the story alone is asked for
 * @param progress how that referral stands
 */
public record Holdings(
        KnownPerson person,
        List<Contribution> story,
        @Nullable Referral referral,
        @Nullable Progress progress) {

    public Holdings {
        story = List.copyOf(story);
    }

    /** The permitted categories of which there is anything; no other ever leaves. */
    public Map<Category, Object> released(Set<Category> permitted) {
        Map<Category, Object> content = new EnumMap<>(Category.class);
        for (Category category : permitted) {
            in(category).ifPresent(held -> content.put(category, held));
        }
        return content;
    }

    private Optional<? extends Content> in(Category category) {
        return switch (category) {
            case IDENTITY -> Optional.of(identity());
            case CONTACT -> contact();
            case FAMILY -> family();
            case EDUCATION, EMOTIONAL_HEALTH, PHYSICAL_HEALTH, SAFETY, HOUSING_AND_MONEY -> written(category);
            case POLICE -> police();
            case VOICE -> voice();
            case PLAN -> plan();
            case REFERRAL -> asked();
            // held by notification-service
            case STAY, LEGAL_STATUS -> Optional.empty();
        };
    }

    private Content.Identity identity() {
        Demographics known = person.demographics();
        return new Content.Identity(
                known.name(), known.birthDate(), known.nhsNumber(), known.nhsNumberAbsent(), known.upn());
    }

    private Optional<Content.Contact> contact() {
        Demographics known = person.demographics();
        boolean nothing = known.address() == null && known.telephone() == null && known.schoolUrn() == null;
        return nothing
                ? Optional.empty()
                : Optional.of(new Content.Contact(known.address(), known.telephone(), known.schoolUrn()));
    }

    private Optional<Content.Family> family() {
        List<StoryPart.Relative> relatives = parts(StoryPart.Household.class)
                .flatMap(household -> household.relatives().stream())
                .distinct()
                .toList();
        return relatives.isEmpty() ? Optional.empty() : Optional.of(new Content.Family(relatives));
    }

    private Optional<Content.Written> written(Category category) {
        List<Content.Statement> statements = statements(category);
        return statements.isEmpty() ? Optional.empty() : Optional.of(new Content.Written(statements));
    }

    private Optional<Content.Police> police() {
        List<Content.Statement> statements = statements(Category.POLICE);
        Incident incident = referral == null ? null : referral.incident();
        return statements.isEmpty() && incident == null
                ? Optional.empty()
                : Optional.of(new Content.Police(statements, incident));
    }

    private Optional<Content.Voice> voice() {
        List<String> words = parts(StoryPart.ChildsWords.class)
                .map(StoryPart.ChildsWords::text)
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Content.Voice(words));
    }

    private Optional<Content.Plan> plan() {
        StoryPart.EarlyHelpAssessment assessment = last(StoryPart.EarlyHelpAssessment.class);
        List<StoryPart.Professional> team = parts(StoryPart.Team.class)
                .flatMap(it -> it.professionals().stream())
                .distinct()
                .toList();
        StoryPart.LeadProfessional lead = last(StoryPart.LeadProfessional.class);
        return assessment == null && team.isEmpty() && lead == null
                ? Optional.empty()
                : Optional.of(new Content.Plan(assessment, team, lead == null ? null : lead.professional()));
    }

    private Optional<Content.Asked> asked() {
        if (referral == null || progress == null) {
            return Optional.empty();
        }
        return Optional.of(new Content.Asked(
                referral.reason(),
                referral.kind(),
                referral.themes(),
                referral.level(),
                referral.urgency(),
                referral.asks(),
                progress.code()));
    }

    private List<Content.Statement> statements(Category category) {
        return story.stream()
                .filter(it -> it.part() instanceof StoryPart.Statement(Category of, String _) && of == category)
                .map(Holdings::statement)
                .toList();
    }

    private static Content.Statement statement(Contribution told) {
        LocalDate occurredOn = told.occurredOn();
        String text = told.part() instanceof StoryPart.Statement(Category _, String words) ? words : "";
        return new Content.Statement(
                text, told.by(), occurredOn == null ? told.at().toString() : occurredOn.toString());
    }

    private <P extends StoryPart> Stream<P> parts(Class<P> form) {
        return story.stream().map(Contribution::part).filter(form::isInstance).map(form::cast);
    }

    private <P extends StoryPart> @Nullable P last(Class<P> form) {
        List<P> all = parts(form).toList();
        return all.isEmpty() ? null : all.getLast();
    }

    @Override
    public String toString() {
        return "Holdings[" + person.id() + "]";
    }
}

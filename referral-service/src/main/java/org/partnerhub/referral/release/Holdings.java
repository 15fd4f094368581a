package org.partnerhub.referral.release;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.referral.Incident;
import org.partnerhub.referral.referral.Progress;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.StoryPart;

/**
 * All that could be told of a person.
 *
 * @param attachments those that a scanner has passed
 * @param referral the referral in question; absent where the story alone is asked for
 * @param progress how that referral stands
 * @param message the sender's last words about that referral
 */
public record Holdings(
        KnownPerson person,
        Story story,
        List<Attachment> attachments,
        @Nullable Referral referral,
        @Nullable Progress progress,
        @Nullable String message) {

    public Holdings {
        attachments = List.copyOf(attachments);
    }

    /** Where the sender has said nothing more. */
    public Holdings(
            KnownPerson person,
            Story story,
            List<Attachment> attachments,
            @Nullable Referral referral,
            @Nullable Progress progress) {
        this(person, story, attachments, referral, progress, null);
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
            case PLAN -> new PlanTold(story, attached(Category.PLAN)).content();
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
        List<StoryPart.Member> members = story.told(StoryPart.Household.class)
                .flatMap(it -> ((StoryPart.Household) it.part()).members().stream())
                .distinct()
                .toList();
        return members.isEmpty() ? Optional.empty() : Optional.of(new Content.Family(members));
    }

    private Optional<Content.Written> written(Category category) {
        List<Content.Statement> statements = statements(category);
        List<Content.Attached> attached = attached(category);
        return statements.isEmpty() && attached.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content.Written(statements, attached));
    }

    private Optional<Content.Police> police() {
        List<Content.Statement> statements = statements(Category.POLICE);
        List<Content.Attached> attached = attached(Category.POLICE);
        Incident incident = referral == null ? null : referral.incident();
        return statements.isEmpty() && attached.isEmpty() && incident == null
                ? Optional.empty()
                : Optional.of(new Content.Police(statements, attached, incident));
    }

    private Optional<Content.Voice> voice() {
        List<Content.Statement> told = statements(Category.VOICE);
        List<Content.Attached> attached = attached(Category.VOICE);
        return told.isEmpty() && attached.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content.Voice(
                        told.stream().map(Content.Statement::text).toList(), told, attached));
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
                progress.code(),
                message));
    }

    private List<Content.Statement> statements(Category category) {
        return story.current().stream()
                .filter(it -> it.part().category() == category)
                .flatMap(it -> text(it.part()).map(words -> statement(it, words)).stream())
                .toList();
    }

    private static Optional<String> text(StoryPart part) {
        return switch (part) {
            case StoryPart.Statement(Category _, String words) -> Optional.of(words);
            case StoryPart.ChildsWords(String words) -> Optional.of(words);
            case StoryPart.OfThePlan _, StoryPart.Household _, StoryPart.Retraction _ -> Optional.empty();
        };
    }

    private static Content.Statement statement(Contribution told, String words) {
        Object at = told.occurredOn() == null ? told.at() : told.occurredOn();
        return new Content.Statement(words, told.by(), at.toString());
    }

    private List<Content.Attached> attached(Category category) {
        return attachments.stream()
                .filter(it -> it.category() == category)
                .map(it -> new Content.Attached(it.id(), it.name(), it.type().mediaType(), it.size(), it.by(), it.at()))
                .toList();
    }

    @Override
    public String toString() {
        return "Holdings[" + person.id() + "]";
    }
}

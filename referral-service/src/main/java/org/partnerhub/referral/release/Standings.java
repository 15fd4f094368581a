package org.partnerhub.referral.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.FollowUp;
import org.partnerhub.referral.referral.MissingWords;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Progress;

/**
 * How a referral stands, for its referrer.
 *
 * @param questions what waits for a person
 * @param consentUnusable whether the consent that came with it could not be recorded
 */
public record Standings(List<AskedRecipient> recipients, List<OpenQuestion> questions, boolean consentUnusable) {

    public Standings {
        recipients = List.copyOf(recipients);
        questions = List.copyOf(questions);
    }

    /** What the referrer may hear: nothing where the permit leaves the category out. */
    public Map<Category, Object> released(Set<Category> permitted, @Nullable RecipientId about, Instant at) {
        return permitted.contains(Category.REFERRAL)
                ? Map.of(Category.REFERRAL, about == null ? ofTheWhole(at) : at(about, at))
                : Map.of();
    }

    /** What one recipient hears of a referral that it has; nothing of any other recipient. */
    public static Map<Category, Object> followUp(
            FollowUp followUp, AskedRecipient asked, Set<Category> permitted, Instant at) {
        return permitted.contains(Category.REFERRAL)
                ? Map.of(
                        Category.REFERRAL,
                        new Content.Standing(
                                asked.state().code(),
                                asked.recipient(),
                                followUp.reason(),
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                at,
                                List.of()))
                : Map.of();
    }

    public Progress progress() {
        return Progress.of(recipients, questions.size());
    }

    private Content.Standing at(RecipientId about, Instant at) {
        return recipients.stream()
                .filter(it -> it.recipient().equals(about))
                .findFirst()
                .map(it -> new Content.Standing(
                        word(it),
                        about,
                        it.reason(),
                        it.betterPlace(),
                        it.outcome(),
                        it.missing(),
                        MissingWords.of(it),
                        it.needs(),
                        at,
                        atRecipients()))
                .orElseGet(() -> ofTheWhole(at));
    }

    private Content.Standing ofTheWhole(Instant at) {
        OpenQuestion question = questions.isEmpty() ? null : questions.getFirst();
        return new Content.Standing(
                progress().code(),
                null,
                consentUnusable ? "consent-unusable" : null,
                null,
                null,
                question == null ? null : question.missing(),
                question == null ? null : question.ask(),
                List.of(),
                at,
                atRecipients());
    }

    private List<Content.AtRecipient> atRecipients() {
        return recipients.stream()
                .map(it -> new Content.AtRecipient(it.recipient(), word(it), it.reason()))
                .toList();
    }

    /** Until a recipient has answered, how the information stands on its way says more than that it was asked. */
    private static String word(AskedRecipient asked) {
        return switch (asked.state()) {
            case REQUESTED ->
                asked.told() == Delivery.REQUESTED
                        ? asked.state().code()
                        : asked.told().code();
            case ACCEPTED, REJECTED, IN_PROGRESS, ON_HOLD, FAILED, COMPLETED, CANCELLED, ENTERED_IN_ERROR ->
                asked.state().code();
        };
    }
}

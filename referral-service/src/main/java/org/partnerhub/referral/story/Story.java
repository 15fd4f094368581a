package org.partnerhub.referral.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * A person's story: every part that was ever told.
 *
 * @param parts in the order in which they were told
 */
public record Story(List<Contribution> parts) {

    public Story {
        parts = List.copyOf(parts);
    }

    /** What holds now: without what was corrected, and without what was taken back. */
    public List<Contribution> current() {
        Set<UUID> superseded = superseded();
        return parts.stream()
                .filter(it -> !superseded.contains(it.id()))
                .filter(it -> !(it.part() instanceof StoryPart.Retraction))
                .toList();
    }

    /** The ids of the parts in whose place another stands. */
    public Set<UUID> superseded() {
        return parts.stream()
                .map(Contribution::corrects)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The one who leads now: the first who was named, and after that whoever took over from the one who led. Whoever was named beside
     * them leads nothing.
     */
    public Optional<Contribution> leadProfessional() {
        Optional<Contribution> leading = Optional.empty();
        for (Contribution told : parts) {
            leading = after(leading, told);
        }
        return leading;
    }

    private static Optional<Contribution> after(Optional<Contribution> leading, Contribution told) {
        UUID leads = leading.map(Contribution::id).orElse(null);
        return switch (told.part()) {
            case StoryPart.Retraction _ -> isAbout(told.corrects(), leads) ? Optional.empty() : leading;
            case StoryPart.LeadProfessional named -> {
                boolean corrects = isAbout(told.corrects(), leads);
                boolean takesOver = isAbout(named.takesOverFrom(), leads);
                boolean first = leads == null && told.corrects() == null;
                yield corrects || takesOver || first ? Optional.of(told) : leading;
            }
            default -> leading;
        };
    }

    private static boolean isAbout(@Nullable UUID named, @Nullable UUID leads) {
        return named != null && named.equals(leads);
    }

    /** What came with a referral, as its authors have put it right since. */
    public Story cameWith(ReferralId referral) {
        Map<UUID, Contribution> came = new LinkedHashMap<>();
        for (Contribution told : parts) {
            UUID corrects = told.corrects();
            if (referral.equals(told.referral()) || (corrects != null && came.containsKey(corrects))) {
                came.put(told.id(), told);
            }
        }
        return new Story(List.copyOf(came.values()));
    }

    /** A part that a partner may correct: its own, of this story. */
    public Optional<Contribution> ownOf(PartnerId partner, UUID id) {
        return parts.stream()
                .filter(it -> it.id().equals(id) && it.by().equals(partner))
                .filter(it -> !(it.part() instanceof StoryPart.Retraction))
                .findFirst();
    }

    /** The current parts of one form. */
    public <P extends StoryPart> Stream<Contribution> told(Class<P> form) {
        return current().stream().filter(it -> form.isInstance(it.part()));
    }

    @Override
    public String toString() {
        return "Story[" + parts.size() + " parts]";
    }
}

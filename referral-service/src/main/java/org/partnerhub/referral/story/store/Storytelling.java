package org.partnerhub.referral.story.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.story.Addition;
import org.partnerhub.referral.story.Contribution;
import org.partnerhub.referral.story.SentContribution;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.Telling;
import org.partnerhub.referral.story.ToldStory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds what is told to stories, never over anybody's words; in the caller's transaction. */
@Component
public class Storytelling {

    private final Stories stories;
    private final Households households;
    private final KnownDirectory directory;
    private final JdbcClient database;

    Storytelling(Stories stories, Households households, KnownDirectory directory, JdbcClient database) {
        this.stories = stories;
        this.households = households;
        this.directory = directory;
        this.database = database;
    }

    /**
     * What a referral tells. A referral is never turned away for its story: a lead professional named beside one who leads is kept as
     * named, and the other goes on leading.
     */
    public void withReferral(PersonId person, Telling telling, @Nullable ToldStory told) {
        if (told != null && told.leadProfessional() != null) {
            oneAfterAnother(person);
        }
        add(person, telling.by(), parts(person, telling, told));
    }

    /**
     * What a partner adds by itself, or puts right of its own.
     *
     * @param id that the partner named, under which it is kept
     * @param person as whom that id is known now
     */
    Addition byItself(PersonId id, PersonId person, Telling telling, SentContribution sent) {
        oneAfterAnother(person);
        Story story = stories.of(person);
        UUID corrects = sent.corrects();
        if (corrects != null) {
            return corrected(id, telling, sent, story, corrects);
        }
        ToldStory told = sent.story();
        if (told != null && leadsBesideAnother(told, story)) {
            return new Addition.SomebodyLeads();
        }
        return added(id, telling.by(), parts(id, telling, told));
    }

    private Addition corrected(PersonId person, Telling telling, SentContribution sent, Story story, UUID corrects) {
        Optional<Contribution> earlier = story.ownOf(telling.by(), corrects);
        if (earlier.isEmpty()) {
            return new Addition.NotYoursToCorrect();
        }
        if (story.superseded().contains(corrects)) {
            return new Addition.CorrectedAlready();
        }
        StoryPart before = earlier.get().part();
        if (sent.isRetraction()) {
            StoryPart nothing = new StoryPart.Retraction(before.category());
            return added(person, telling.by(), List.of(telling.correction(corrects, nothing)));
        }
        List<Contribution> parts = parts(person, telling, sent.story());
        boolean alike = parts.size() == 1 && isAlike(parts.getFirst().part(), before);
        return alike
                ? added(person, telling.by(), List.of(parts.getFirst().correcting(corrects)))
                : new Addition.NotYoursToCorrect();
    }

    private static boolean isAlike(StoryPart now, StoryPart before) {
        return now.getClass() == before.getClass() && now.category() == before.category();
    }

    private static boolean leadsBesideAnother(ToldStory told, Story story) {
        ToldStory.Lead named = told.leadProfessional();
        if (named == null) {
            return false;
        }
        UUID leads = story.leadProfessional().map(Contribution::id).orElse(null);
        UUID takesOverFrom = named.takesOverFrom();
        return leads == null ? takesOverFrom != null : !leads.equals(takesOverFrom);
    }

    private List<Contribution> parts(PersonId person, Telling telling, @Nullable ToldStory told) {
        List<Contribution> parts = new ArrayList<>(telling.contributions(told));
        List<ToldStory.Relative> relatives = told == null ? null : told.household();
        if (relatives != null && !relatives.isEmpty()) {
            parts.add(telling.contribution(households.found(person, relatives, telling)));
        }
        return parts;
    }

    private Addition added(PersonId person, PartnerId by, List<Contribution> parts) {
        add(person, by, parts);
        return new Addition.Added(person, parts);
    }

    private void add(PersonId person, PartnerId by, List<Contribution> parts) {
        String kind = directory
                .last()
                .flatMap(known -> known.partner(by))
                .map(Partner::kind)
                .orElse("");
        stories.add(person, parts, kind);
    }

    /** Two who name a lead professional, or correct the same words, at once take turns. */
    private void oneAfterAnother(PersonId person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('story/' || :person, 0))")
                .param("person", person.toString())
                .query((row, number) -> 0)
                .single();
    }
}

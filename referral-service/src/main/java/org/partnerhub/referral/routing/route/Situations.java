package org.partnerhub.referral.routing.route;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.routing.Attachment;
import org.partnerhub.referral.routing.Situation;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.ToldStory;
import org.partnerhub.referral.story.store.Stories;
import org.springframework.stereotype.Component;

/** What an ask's route depends on, as it is known now. */
@Component
public class Situations {

    private final People people;
    private final Stories stories;

    Situations(People people, Stories stories) {
        this.people = people;
        this.stories = stories;
    }

    /**
     * The situation of one ask.
     *
     * @param at when it is routed: which places are open depends on it
     */
    Situation of(Referral referral, Ask ask, Directory directory, Instant at) {
        Demographics child = people.find(referral.subject()).orElseThrow().demographics();
        return new Situation(
                ask.purpose(),
                ask.service(),
                referral.kind(),
                referral.urgency(),
                referral.level(),
                Set.copyOf(referral.themes()),
                directory
                        .partner(referral.sender())
                        .map(Directory.Partner::kind)
                        .orElse(null),
                child(child, referral.areaFound()),
                attached(referral.subject()),
                ask.recipient(),
                at);
    }

    /**
     * The situation of an ask of a referral that nobody has taken.
     *
     * @param known the person who is surely meant, where the hub knows one
     */
    public Situation of(
            SentReferral sent,
            PartnerId sender,
            Optional<KnownPerson> known,
            Ask ask,
            Directory directory,
            Instant at) {
        Demographics child = known.map(person -> sent.subject().name() == null
                        ? person.demographics()
                        : person.completedBy(sent.subject().demographics()).demographics())
                .orElseGet(() -> sent.subject().demographics());
        ToldStory story = sent.story();
        boolean assessed = story != null && story.earlyHelpAssessment() != null;
        return new Situation(
                ask.purpose(),
                ask.service(),
                sent.kind(),
                sent.urgency(),
                sent.level(),
                Set.copyOf(sent.themes()),
                directory.partner(sender).map(Directory.Partner::kind).orElse(null),
                child(child, null),
                assessed
                        ? Set.of(Attachment.EARLY_HELP_ASSESSMENT)
                        : known.map(person -> attached(person.id())).orElse(Set.of()),
                ask.recipient(),
                at);
    }

    /** The child's school, as far as the hub was told. */
    @Nullable
    String schoolOf(Referral referral) {
        return people.find(referral.subject()).orElseThrow().demographics().schoolUrn();
    }

    private static Situation.Child child(Demographics child, @Nullable String found) {
        Demographics.Address address = child.address();
        return new Situation.Child(
                found == null ? child.authority() : found,
                address == null ? null : address.postcode(),
                child.schoolUrn(),
                child.birthDate(),
                found != null);
    }

    /** An assessment counts whoever told it and when: nobody asks the family again. */
    private Set<Attachment> attached(PersonId subject) {
        Set<Attachment> attached = EnumSet.noneOf(Attachment.class);
        if (stories.of(subject)
                .told(StoryPart.EarlyHelpAssessment.class)
                .findAny()
                .isPresent()) {
            attached.add(Attachment.EARLY_HELP_ASSESSMENT);
        }
        return attached;
    }
}

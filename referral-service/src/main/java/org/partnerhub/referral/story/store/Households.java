package org.partnerhub.referral.story.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.referral.person.Kinship;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.Homes;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.story.StoryPart;
import org.partnerhub.referral.story.StoryPart.Member;
import org.partnerhub.referral.story.Telling;
import org.partnerhub.referral.story.ToldStory.Relative;
import org.springframework.stereotype.Component;

/**
 * Finds the people of a household. A relative's information is held and decided under that relative, so the child's story gets a
 * link and how they are related, and the name and birth date go to the relative's own record.
 */
@Component
class Households {

    private static final String NO_NUMBER = "not-known";

    private final People people;
    private final Homes homes;
    private final Stories stories;

    Households(People people, Homes homes, Stories stories) {
        this.people = people;
        this.homes = homes;
        this.stories = stories;
    }

    /** The household as links; somebody who is named alike in this household before is the same person. */
    StoryPart.Household found(PersonId child, List<Relative> relatives, Telling telling) {
        List<KnownPerson> before = knownIn(child);
        List<Member> members = new ArrayList<>();
        for (Relative relative : relatives) {
            KnownPerson person = alike(before, relative)
                    .orElseGet(() ->
                            people.resolve(demographics(relative), telling.by().value(), telling.at()));
            if (!person.id().equals(people.current(child))) {
                relate(child, person.id(), relative, telling);
                members.add(new Member(person.id(), relative.relationship()));
            }
        }
        return new StoryPart.Household(members);
    }

    private void relate(PersonId child, PersonId person, Relative relative, Telling telling) {
        ReferralId referral = telling.referral();
        if (referral != null) {
            homes.related(
                    child,
                    person,
                    Kinship.of(relative.relationship()),
                    telling.by().value(),
                    referral,
                    telling.at());
        }
    }

    private List<KnownPerson> knownIn(PersonId child) {
        return stories.of(people.current(child))
                .told(StoryPart.Household.class)
                .flatMap(it -> ((StoryPart.Household) it.part()).members().stream())
                .map(Member::person)
                .distinct()
                .flatMap(id -> people.find(id).stream())
                .toList();
    }

    private static Optional<KnownPerson> alike(List<KnownPerson> known, Relative told) {
        List<KnownPerson> found =
                known.stream().filter(it -> isAlike(it.demographics(), told)).toList();
        return found.size() == 1 && told.nhsNumber() == null ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static boolean isAlike(Demographics known, Relative told) {
        PersonName name = name(told.name());
        return known.name().family().equalsIgnoreCase(name.family())
                && String.join(" ", known.name().given()).equalsIgnoreCase(String.join(" ", name.given()))
                && (told.birthDate() == null || Objects.equals(known.birthDate(), told.birthDate()));
    }

    private static Demographics demographics(Relative told) {
        return new Demographics(
                told.nhsNumber(),
                told.nhsNumber() == null ? NO_NUMBER : null,
                null,
                name(told.name()),
                told.birthDate(),
                null,
                null,
                null,
                null);
    }

    /** A name on one line: its last word is taken for the family name, and a single word for a given one. */
    private static PersonName name(String line) {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        @Nullable String only = words.size() == 1 ? words.getFirst() : null;
        return only != null
                ? new PersonName(List.of(only), only)
                : new PersonName(List.of(String.join(" ", words.subList(0, words.size() - 1))), words.getLast());
    }
}

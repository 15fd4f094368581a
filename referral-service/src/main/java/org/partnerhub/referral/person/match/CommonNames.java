package org.partnerhub.referral.person.match;

import java.util.Set;

/** Given names of which everybody knows that they are names, and how common a name usually is. */
public final class CommonNames implements NameUse {

    /** As common as Evan or Paige: what a given name is taken to be where nobody has counted. */
    public static final double GIVEN_SHARE = 0.005;

    /** As common as a family name of the middle of the list. */
    public static final double FAMILY_SHARE = 0.001;

    /** Beside the forms in {@code people/name-variants.txt}: names that differ from another name by little. */
    private static final Set<String> NAMES = Set.of(
            "aaron",
            "adrian",
            "aiden",
            "aidan",
            "alana",
            "alanna",
            "alfie",
            "amber",
            "amy",
            "amelie",
            "anya",
            "archie",
            "ariana",
            "aaliyah",
            "ava",
            "ayla",
            "bailey",
            "bella",
            "bobby",
            "brandon",
            "brendan",
            "callum",
            "calum",
            "carl",
            "casey",
            "chloe",
            "cole",
            "connor",
            "conor",
            "corey",
            "daisy",
            "darren",
            "dean",
            "declan",
            "dylan",
            "eden",
            "eliza",
            "ella",
            "ellen",
            "ellis",
            "eloise",
            "elsie",
            "erika",
            "esme",
            "evan",
            "ewan",
            "finley",
            "finn",
            "freya",
            "gary",
            "gavin",
            "hayden",
            "heidi",
            "hollie",
            "holly",
            "hugo",
            "ian",
            "imogen",
            "iris",
            "isla",
            "ivy",
            "jade",
            "jaden",
            "jayden",
            "jake",
            "jason",
            "jay",
            "jodie",
            "jordan",
            "jude",
            "kai",
            "karen",
            "keira",
            "kelly",
            "kevin",
            "kian",
            "kieran",
            "kyle",
            "kyra",
            "lacey",
            "lara",
            "layla",
            "leanne",
            "lee",
            "lena",
            "lexie",
            "lola",
            "lorna",
            "lucas",
            "luna",
            "maisie",
            "marcus",
            "maya",
            "mia",
            "mila",
            "millie",
            "molly",
            "morgan",
            "mason",
            "maddison",
            "madison",
            "myla",
            "nadia",
            "naomi",
            "neil",
            "nina",
            "oscar",
            "owen",
            "paige",
            "phoebe",
            "poppy",
            "reece",
            "rhys",
            "riley",
            "robyn",
            "robin",
            "rory",
            "rowan",
            "ruby",
            "ryan",
            "scott",
            "sean",
            "sienna",
            "simon",
            "skye",
            "stacey",
            "summer",
            "tara",
            "taylor",
            "thea",
            "tia",
            "toby",
            "tom",
            "tristan",
            "willow",
            "zack",
            "zara",
            "zoe");

    public static boolean lists(String name) {
        return NAMES.contains(name) || Variants.lists(name);
    }

    @Override
    public double givenShare(String name) {
        return GIVEN_SHARE;
    }

    @Override
    public double familyShare(String name) {
        return FAMILY_SHARE;
    }

    @Override
    public boolean isGivenName(String name) {
        return lists(name);
    }
}

package org.partnerhub.referral.person.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.UniquePupilNumber;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;

/**
 * A generated population of families: siblings, twins, fathers and sons of one name, children who share a first name with all their
 * brothers, common names by their share. Its own figures, chosen apart from the weights.
 */
public final class Population {

    /**
     * How an agency describes somebody: what it tends to know, and how often it errs. NHS numbers are as many as may be hoped for a
     * year after the Children's Wellbeing and Schools Act 2026 s.4 asks for them. Two descriptions are compared, so each share of
     * changes and mistakes counts twice.
     */
    public enum Agency {
        HEALTH(0.97, 0.0, 0.05, 0.97, 0.75, 0.15),
        SCHOOL(0.6, 0.9, 0.03, 0.97, 0.6, 0.98),
        COUNCIL(0.85, 0.4, 0.06, 0.95, 0.6, 0.6),
        POLICE(0.2, 0.0, 0.12, 0.92, 0.5, 0.25);

        private final double nhs;
        private final double upn;
        private final double errors;
        private final double postcode;
        private final double telephone;
        private final double school;

        Agency(double nhs, double upn, double errors, double postcode, double telephone, double school) {
            this.nhs = nhs;
            this.upn = upn;
            this.errors = errors;
            this.postcode = postcode;
            this.telephone = telephone;
            this.school = school;
        }
    }

    private static final String[] BOYS =
            "Oliver Jack Harry Jacob Charlie Thomas George Oscar James William Noah Alfie Joshua Muhammad Henry Leo Archie Ethan Joseph Freddie Samuel Alexander Logan Daniel Isaac Max Benjamin Mason Lucas Edward Harrison Jake Dylan Riley Finley Theo Sebastian Adam Zachary Arthur Toby Jayden Luke Harley Lewis Tyler Matthew Reuben Jude Michael Nathan Ryan Connor Callum Kai Aaron Liam Mateusz Jakub Filip Kacper Szymon Jan Antoni Oleksandr Andrii Maksym Ibrahim Yusuf Ali Ahmed Hassan Bilal Zain Umar Rayyan Arjun Rohan Dev Emeka Kwame Tadas Lukas Ionut Stefan Hugo Rory Elliot Kian Owen Rhys Bobby Frankie Albert Ronnie Ted Jesse Ellis Louie Stanley"
                    .split(" ");
    private static final String[] GIRLS =
            "Amelia Olivia Emily Isla Ava Jessica Isabella Ella Mia Poppy Lily Sophie Sophia Grace Evie Ruby Scarlett Isabelle Chloe Freya Charlotte Sienna Daisy Phoebe Millie Eva Alice Lucy Florence Sofia Layla Lola Holly Imogen Molly Matilda Lilly Rosie Elizabeth Erin Maisie Lexi Ellie Hannah Evelyn Abigail Elsie Summer Megan Jasmine Maya Amber Zara Amelie Willow Ivy Esme Zofia Julia Maja Lena Hanna Oliwia Kateryna Daryna Sofiia Aisha Fatima Maryam Khadija Zainab Amina Hafsa Priya Anaya Diya Ngozi Ama Emilija Gabija Andreea Nicole Martha Harriet Beatrice Darcey Thea Edith Nancy Penelope Robyn Skye Tia Paige Lacey Bonnie Orla Edie Margot Clara"
                    .split(" ");
    private static final String[] FAMILIES =
            "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Patel Hussain Ali Ahmed Begum Singh Kaur Nowak Kowalski Wisniewski Kaminski Shevchenko Kovalenko Bondarenko Popescu Ionescu Petrauskas Kazlauskas Okafor Mensah Adeyemi Nguyen Chen Harris Clark Lewis Cooper Ward Turner Hill Moore King Baker Watson Morris Harrison Morgan Young Allen Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw Cox Richardson Marshall Collins Carter Murphy Gray Hunt Adams Mills Fletcher Reynolds Palmer Barker Stone Howard Day Chapman Mason Fisher Rose Lloyd Ellis Rogers Spencer Peacock Fuller Setchell Skeels Papworth Fordham Cutteridge Negus Feary Munns Wenn Ablett Bedford Chivers Darby Eagle Few Gotobed Haylock Ingle Jarman Kisby Leader Malkin Nightingale Oakey Peck Quince Rayner Savidge Thoday Upchurch Vawser Wayman Yarrow"
                    .split(" ");
    private static final String[] SYLLABLES =
            "ash bel cot dun elm far gil har ing kel lang mar nor ock pen quin ral sto thor ul ver wick yar zel"
                    .split(" ");
    private static final String[] ENDINGS = "ton ford ley well by man son worth ham field".split(" ");
    private static final String[] STREETS =
            "High Church Mill Station London Victoria Queens Kings Park Elm Fen Chapel Bridge Norfolk Lynn Wisbech March Ely Manor Orchard Willow Churchill Meadow Drove River School New North West Broad"
                    .split(" ");
    private static final String[] KINDS = "Road Street Lane Close Avenue Drive Way Gardens".split(" ");
    private static final String[] AREAS =
            "PE1 PE2 PE3 PE4 PE7 PE13 PE14 PE15 PE16 PE19 PE26 PE27 PE28 PE29 CB1 CB2 CB3 CB4 CB5 CB6 CB7 CB21 CB22 CB23 CB24 CB25 SG8"
                    .split(" ");
    private static final String INWARD = "ABDEFGHJLNPQRSTUWXYZ";
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Random random;
    private final List<Children> people = new ArrayList<>();
    private int number = 1_000_000;

    public Population(long seed, int size) {
        random = new Random(seed);
        while (people.size() < size) {
            family();
        }
        while (people.size() > size) {
            people.removeLast();
        }
    }

    /** Everybody, as they truly are. */
    public List<Children> people() {
        return people;
    }

    private void family() {
        String family = familyName();
        String postcode = postcode();
        String line = (1 + random.nextInt(140)) + " " + one(STREETS) + " " + one(KINDS);
        String telephone = "07" + (100_000_000 + random.nextInt(899_999_999));
        String school = "11" + (1000 + random.nextInt(320));
        boolean muslim = "Khan Hussain Ali Ahmed Begum".contains(family);
        int children = 1 + Math.min(4, (int) Math.abs(random.nextGaussian() * 1.4));
        LocalDate born = TODAY.minusDays(30L + random.nextInt(25 * 365));
        String shared = muslim && random.nextInt(3) == 0 ? "Muhammad" : null;
        for (int child = 0; child < children; child++) {
            boolean twin = child > 0 && random.nextInt(60) == 0;
            born = twin || child == 0 ? born : born.plusDays(330L + random.nextInt(1200));
            if (born.isAfter(TODAY)) {
                break;
            }
            people.add(somebody(family, born, line, postcode, telephone, school, shared));
        }
        if (random.nextInt(5) == 0) {
            father(family, line, postcode, telephone);
        }
    }

    /** A parent whom the hub knows too; one in six fathers of a first son has his name. */
    private void father(String family, String line, String postcode, String telephone) {
        LocalDate born = TODAY.minusDays(23L * 365 + random.nextInt(22 * 365));
        Children son = people.getLast();
        List<String> given = random.nextInt(6) == 0 ? son.given() : List.of(one(BOYS), one(BOYS));
        people.add(new Children(
                nhsNumber(), null, given, family, born, line, postcode, telephone, null, List.of(), List.of()));
    }

    private Children somebody(
            String family,
            LocalDate born,
            String line,
            String postcode,
            String telephone,
            String school,
            @Nullable String shared) {
        boolean boy = random.nextBoolean();
        List<String> given = new ArrayList<>();
        if (shared != null && boy) {
            given.add(shared);
        }
        given.add(skewed(boy ? BOYS : GIRLS));
        if (random.nextInt(100) < 70) {
            given.add(one(boy ? BOYS : GIRLS));
        }
        return new Children(
                nhsNumber(),
                upn(),
                List.copyOf(given),
                family,
                born,
                line,
                postcode,
                telephone,
                school,
                List.of(new AgencyNumber("cambridgeshire-constabulary", "35NI" + number)),
                List.of());
    }

    /** How an agency writes somebody down: with gaps, changes and mistakes. */
    public Children described(Children truth, Agency agency) {
        Children told = new Children(
                chance(agency.nhs) ? truth.nhsNumber() : null,
                chance(agency.upn) ? (chance(0.03) ? temporary() : truth.upn()) : null,
                given(truth, agency),
                truth.family(),
                truth.born(),
                truth.line(),
                chance(agency.postcode) ? truth.postcode() : null,
                chance(agency.telephone) ? truth.telephone() : null,
                chance(agency.school) ? truth.school() : null,
                agency == Agency.POLICE && chance(0.6) ? truth.numbers() : List.of(),
                List.of());
        if (chance(0.03)) {
            told = told.at((1 + random.nextInt(140)) + " " + one(STREETS) + " " + one(KINDS), postcode());
        }
        if (chance(0.02)) {
            String other = familyName();
            told = told.named(
                    random.nextInt(3) == 0 ? truth.family() + "-" + other : other,
                    told.given().toArray(String[]::new));
        }
        if (chance(0.05)) {
            told = told.school("11" + (1000 + random.nextInt(320)));
        }
        return mistaken(told, agency);
    }

    private List<String> given(Children truth, Agency agency) {
        List<String> given = truth.given();
        if (given.size() > 1 && chance(agency == Agency.HEALTH ? 0.3 : 0.6)) {
            given = given.subList(0, given.size() - 1);
        }
        return given;
    }

    private Children mistaken(Children told, Agency agency) {
        Children wrong = told;
        if (chance(agency.errors)) {
            List<String> given = new ArrayList<>(wrong.given());
            given.set(0, slip(given.getFirst()));
            wrong = wrong.named(wrong.family(), given.toArray(String[]::new));
        }
        if (chance(agency.errors)) {
            wrong = wrong.named(slip(wrong.family()), wrong.given().toArray(String[]::new));
        }
        if (chance(agency.errors / 6)) {
            wrong = wrong.named(wrong.given().getFirst(), new String[] {wrong.family()});
        }
        LocalDate born = wrong.born();
        if (born != null && chance(agency.errors / 3)) {
            wrong = wrong.born(wrongDate(born).toString());
        }
        if (chance(agency.errors / 30)) {
            wrong = wrong.born(null);
        }
        String postcode = wrong.postcode();
        if (postcode != null && chance(agency.errors / 2)) {
            wrong = wrong.at(wrong.line(), slip(postcode));
        }
        String line = wrong.line();
        if (line != null && chance(agency.errors)) {
            wrong = wrong.at(slip(line), wrong.postcode());
        }
        return chance(0.05) ? shouted(wrong) : wrong;
    }

    private static Children shouted(Children told) {
        return told.named(
                told.family().toUpperCase(Locale.ROOT),
                told.given().stream().map(it -> it.toUpperCase(Locale.ROOT)).toArray(String[]::new));
    }

    private LocalDate wrongDate(LocalDate born) {
        return switch (random.nextInt(5)) {
            case 0, 1 ->
                born.getDayOfMonth() <= 12
                        ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                        : born.minusDays(10);
            case 2 -> born.plusYears(1);
            case 3 -> born.minusDays(1);
            default -> LocalDate.of(born.getYear(), 1, 1);
        };
    }

    /** A letter left out, doubled, changed with its neighbour, mistyped, or read by a machine. */
    private String slip(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 1);
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        char letter = word.charAt(at);
        return switch (random.nextInt(5)) {
            case 0 -> before + after;
            case 1 -> before + letter + letter + after;
            case 2 -> word.substring(0, at - 1) + letter + word.charAt(at - 1) + after;
            case 3 ->
                before
                        + (char) (Character.isDigit(letter) ? '0' + random.nextInt(10) : 'a' + random.nextInt(26))
                        + after;
            default ->
                word.replaceFirst("l", "1")
                        .replaceFirst("o", "0")
                        .replaceFirst("rn", "m")
                        .replaceFirst("s", "5");
        };
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String one(String[] words) {
        return words[random.nextInt(words.length)];
    }

    /** The first of a list are much commoner than the last. */
    private String skewed(String[] words) {
        double at = random.nextDouble();
        return words[(int) (at * at * words.length)];
    }

    private String familyName() {
        if (random.nextInt(100) < 55) {
            double at = random.nextDouble();
            return FAMILIES[(int) (at * at * FAMILIES.length)];
        }
        String made = one(SYLLABLES) + one(SYLLABLES) + one(ENDINGS);
        return made.substring(0, 1).toUpperCase(Locale.ROOT) + made.substring(1);
    }

    private String postcode() {
        return one(AREAS) + " " + random.nextInt(10) + INWARD.charAt(random.nextInt(INWARD.length()))
                + INWARD.charAt(random.nextInt(INWARD.length()));
    }

    private String nhsNumber() {
        while (true) {
            String candidate = "99%08d".formatted(number++ * 7L % 100_000_000L);
            if (NhsNumber.isValid(candidate)) {
                return candidate;
            }
        }
    }

    private String upn() {
        return checked("8%011d".formatted(20_000_000_000L + number++).substring(0, 12));
    }

    private String temporary() {
        return checked("873%08dA".formatted(number++ % 100_000_000));
    }

    private static String checked(String rest) {
        return UPN_LETTERS
                .chars()
                .mapToObj(letter -> (char) letter + rest)
                .filter(UniquePupilNumber::isValid)
                .findFirst()
                .orElseThrow();
    }
}

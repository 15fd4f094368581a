package org.partnerhub.notification.stay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** An invented course of a stay: admissions, transfers, leave, corrections, cancellations, a second hospital, late and odd reports. */
final class GeneratedStay {

    static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 1);

    private static final List<String> SETTINGS = List.of(
            "nhs-hospital/nhs/E10000003",
            "psychiatric-unit/private/E06000031",
            "psychiatric-unit/unknown/E06000031",
            "care-home/public/E10000020",
            "boarding-school/private/E10000020");
    private static final List<String> RESIDENCES =
            List.of("E10000003", "E09000007", "none", "abroad", "-", "E10000003+looked-after=E08000025");

    private GeneratedStay() {}

    static List<Told> of(Random random) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(60));
        StringJoiner script = new StringJoiner("; ");
        script.add("A: " + day + " admitted");
        day = steps(script, "A", day, random);
        if (random.nextBoolean()) {
            script.add("A: " + day + " discharged " + (random.nextBoolean() ? "53 1" : "19 1"));
            day = day.plusDays(random.nextInt(12));
            script.add("B: " + day + " admitted");
            day = steps(script, "B", day, random);
        }
        if (random.nextInt(3) > 0) {
            script.add((script.toString().contains("B: ") ? "B: " : "A: ") + day + " discharged 19 1");
        }
        String setting = SETTINGS.get(random.nextInt(SETTINGS.size()));
        String residence = RESIDENCES.get(random.nextInt(RESIDENCES.size()));
        return new ArrayList<>(Script.of(script.toString(), Script.setting(setting), Script.residence(residence))
                .reports());
    }

    private static LocalDate steps(StringJoiner script, String hospital, LocalDate from, Random random) {
        LocalDate day = from;
        int steps = random.nextInt(7);
        for (int i = 0; i < steps; i++) {
            day = day.plusDays(1 + random.nextInt(25));
            script.add(hospital + ": " + day + " " + step(day, from, random));
        }
        return day.plusDays(1 + random.nextInt(20));
    }

    private static String step(LocalDate day, LocalDate admitted, Random random) {
        return switch (random.nextInt(16)) {
            case 0, 1 -> "expected " + day.plusDays(random.nextInt(150));
            case 2 -> "days " + random.nextInt(200);
            case 3 -> "corrected " + admitted.plusDays(random.nextInt(9) - 4L);
            case 4 -> "legal " + List.of("01", "02", "03", "20", "37").get(random.nextInt(5));
            case 5 -> "planned " + day.plusDays(random.nextInt(30));
            case 6 -> "unplanned";
            case 7 -> "leave";
            case 8 -> "back";
            case 9 -> "transferred";
            case 10 -> "untransferred";
            case 11 -> "undischarged";
            case 12 -> "cancelled";
            case 13 -> "admitted " + admitted;
            case 14 -> "lived " + List.of("E06000031", "none").get(random.nextInt(2));
            default -> "answered funding=nhs";
        };
    }
}

package org.partnerhub.console.child;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;
import org.partnerhub.contracts.identity.NhsNumber;

/**
 * Whom an officer looks for, as typed: a number, or a name with a date of birth.
 *
 * @param number an NHS number, a unique pupil number or the hub's id; which of them, its form says
 */
public record ChildSearch(String number, String given, String family, TypedDay born, String reason) {

    private static final Pattern NHS_NUMBER = Pattern.compile("[0-9]{10}");
    private static final Pattern PUPIL_NUMBER = Pattern.compile("[A-Z]\\d{11}[0-9A-Z]");
    private static final Pattern HUB_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST_NAME = 70;

    public ChildSearch {
        number = number.strip();
        given = given.strip();
        family = family.strip();
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet. */
    public static ChildSearch empty() {
        return new ChildSearch("", "", "", TypedDay.empty(), "");
    }

    private boolean byNumber() {
        return !number.isEmpty();
    }

    /** What must be mended before anything is asked; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(byNumber() ? numberFaults() : nameFaults());
        faults.addAll(Look.reasonFaults(reason, "reason"));
        return faults;
    }

    private List<Fault> numberFaults() {
        if (!given.isEmpty() || !family.isEmpty()) {
            return List.of(new Fault("number", "Enter a number, or a name with a date of birth, not both."));
        }
        if (isMistypedNhsNumber()) {
            return List.of(new Fault(
                    "number",
                    "Check the NHS number: a digit is wrong, because its last digit does not fit the others."));
        }
        return numberSent().isEmpty()
                ? List.of(
                        new Fault(
                                "number",
                                "Enter an NHS number of 10 digits, a unique pupil number such as A999000100001, or the hub’s id."))
                : List.of();
    }

    private List<Fault> nameFaults() {
        List<Fault> faults = new ArrayList<>();
        if (family.isEmpty() && given.isEmpty() && born.date().isEmpty()) {
            return List.of(new Fault("number", "Enter a number, or a name with a date of birth."));
        }
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            faults.add(new Fault("given", "Enter a given name."));
        }
        if (family.isEmpty() || family.length() > LONGEST_NAME) {
            faults.add(new Fault("family", "Enter the family name."));
        }
        if (born.date().isEmpty()) {
            faults.add(new Fault("born", "Enter the date of birth as a real date, such as 4 5 2011."));
        }
        return faults;
    }

    private boolean isMistypedNhsNumber() {
        String plain = plainNumber();
        return NHS_NUMBER.matcher(plain).matches() && !NhsNumber.isValid(plain);
    }

    private String plainNumber() {
        return number.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> numberSent() {
        String plain = plainNumber();
        String id = number.toLowerCase(Locale.ROOT);
        if (NHS_NUMBER.matcher(plain).matches()) {
            return Map.of("nhsNumber", plain);
        }
        if (PUPIL_NUMBER.matcher(plain).matches()) {
            return Map.of("upn", plain);
        }
        return HUB_ID.matcher(id).matches() ? Map.of("person", id) : Map.of();
    }

    /** As referral-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        if (byNumber()) {
            body.putAll(numberSent());
        } else {
            body.put("name", Map.of("given", List.of(given), "family", family));
            body.put("birthDate", born.date().orElseThrow().toString());
        }
        return body;
    }

    @Override
    public String toString() {
        return "ChildSearch[hidden]";
    }
}

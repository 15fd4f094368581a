package org.partnerhub.console.override;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.partnerhub.console.words.Fault;

/**
 * Sharing without consent that somebody is about to authorise, as typed.
 *
 * @param person the hub's id of the child
 * @param purpose its code, as the policy has it
 * @param recipients codes of places, one a line
 * @param hours how long it is in force, from 1 to 168
 * @param despiteRefusal whether it goes although somebody refused or withdrew
 */
public record Authorisation(
        String person,
        String purpose,
        String ground,
        String recipients,
        List<String> categories,
        String reason,
        String hours,
        boolean despiteRefusal) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,20}");
    private static final Pattern HUB_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int SHORTEST_REASON = 20;
    private static final int LONGEST_REASON = 1000;
    private static final int A_WEEK = 168;

    public Authorisation {
        person = person.strip();
        purpose = purpose.strip();
        categories = List.copyOf(categories);
        reason = reason.strip();
        hours = hours.strip();
    }

    /** A form that nobody has filled in yet; two days are enough to ask somebody. */
    public static Authorisation empty() {
        return new Authorisation("", "", "", "", List.of(), "", "48", false);
    }

    /** The grounds to choose from, in the words of the law, by their codes. */
    public static Map<String, String> grounds() {
        return Ground.all();
    }

    /** What must be mended before anything is sent; empty when nothing. What a purpose may carry, consent-service knows. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        require(
                HUB_ID.matcher(person).matches(),
                "person",
                "Enter the hub’s id of the child, such as 0198c7f2-….",
                faults);
        require(CODE.matcher(purpose).matches(), "purpose", "Choose a purpose.", faults);
        require(Ground.all().containsKey(ground), "ground", "Choose why it cannot wait for consent.", faults);
        require(!places().isEmpty(), "recipients", "Enter at least one place, by its code.", faults);
        require(!categories.isEmpty(), "categories", "Choose at least one category of information.", faults);
        require(
                reason.length() >= SHORTEST_REASON && reason.length() <= LONGEST_REASON,
                "reason",
                "Give the reason in a sentence that an inspector can follow, of 20 to 1,000 characters.",
                faults);
        require(isWithinAWeek(), "hours", "Enter for how many hours, from 1 to 168.", faults);
        return faults;
    }

    private static void require(boolean met, String field, String message, List<Fault> faults) {
        if (!met) {
            faults.add(new Fault(field, message));
        }
    }

    private boolean isWithinAWeek() {
        return hours.matches("\\d{1,3}") && Integer.parseInt(hours) >= 1 && Integer.parseInt(hours) <= A_WEEK;
    }

    private List<String> places() {
        return recipients
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("person", UUID.fromString(person).toString());
        body.put("purpose", purpose);
        body.put("ground", ground);
        body.put("recipients", places());
        body.put("categories", categories);
        body.put("reason", reason);
        body.put("hours", Integer.valueOf(hours));
        body.put("despiteRefusal", despiteRefusal);
        return body;
    }

    @Override
    public String toString() {
        return "Authorisation[hidden]";
    }
}

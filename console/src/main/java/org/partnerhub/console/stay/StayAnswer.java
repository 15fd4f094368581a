package org.partnerhub.console.stay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.partnerhub.console.words.Fault;

/**
 * What an officer found out about a stay, as typed; a field that nobody asked about is empty.
 *
 * @param by role of whoever found it out
 * @param residence {@code council}, {@code no-fixed-abode} or {@code abroad}
 * @param council GSS code, where it was a council
 * @param unbroken {@code yes} or {@code no}; likewise {@code left}
 */
public record StayAnswer(String by, String funding, String residence, String council, String unbroken, String left) {

    private static final Set<String> PAYERS = Set.of("nhs", "public", "private");

    public StayAnswer {
        by = by.strip();
        council = council.strip();
    }

    /** A form that nobody has filled in yet. */
    public static StayAnswer empty() {
        return new StayAnswer("", "", "", "", "", "");
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (by.isEmpty() || by.length() > 120) {
            faults.add(new Fault("by", "Enter the role of whoever found it out, such as duty social worker."));
        }
        if (residence.equals("council") && !council.matches("[EW][0-9]{8}")) {
            faults.add(new Fault("council", "Enter the council’s GSS code, such as E10000003."));
        }
        if (answers().isEmpty() && faults.isEmpty()) {
            faults.add(new Fault("by", "Answer at least one of the questions."));
        }
        return faults;
    }

    /** As notification-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>(answers());
        body.put("by", by);
        return body;
    }

    private Map<String, Object> answers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        if (PAYERS.contains(funding)) {
            answers.put("funding", funding);
        }
        switch (residence) {
            case "council" -> answers.put("ordinaryResidence", Map.of("authority", council));
            case "no-fixed-abode" -> answers.put("ordinaryResidence", Map.of("noFixedAbode", true));
            case "abroad" -> answers.put("ordinaryResidence", Map.of("abroad", true));
            default -> {}
        }
        yesOrNo(unbroken, "unbroken", answers);
        yesOrNo(left, "left", answers);
        return answers;
    }

    private static void yesOrNo(String typed, String field, Map<String, Object> answers) {
        if (typed.equals("yes") || typed.equals("no")) {
            answers.put(field, typed.equals("yes"));
        }
    }

    @Override
    public String toString() {
        return "StayAnswer[hidden]";
    }
}

package org.partnerhub.console.onboarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.partnerhub.console.words.Fault;

/**
 * A place of a new partner's that takes referrals or notices, as typed.
 *
 * @param role what it does there; pathways route by it
 * @param area GSS code of the authority that it serves; empty: everywhere
 * @param url where a webhook or FHIR server is reached
 */
public record TypedPlace(
        String id, String name, String kind, String role, String area, String schoolUrn, String channel, String url) {

    static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 200;

    public TypedPlace {
        id = id.strip();
        name = name.strip();
        role = role.strip();
        area = area.strip();
        schoolUrn = schoolUrn.strip();
        url = url.strip();
    }

    static TypedPlace empty() {
        return new TypedPlace("", "", "", "", "", "", "", "");
    }

    boolean isEmpty() {
        return Stream.of(id, name, kind, role, area, schoolUrn, channel, url).allMatch(String::isEmpty);
    }

    /** What must be mended; {@code at} is how the ids of its inputs begin. */
    List<Fault> faults(String at, int number) {
        String where = " of place " + number;
        List<Fault> faults = new ArrayList<>();
        need(isCode(id), at + "id", "Enter the id" + where + ", such as wisbech-college-safeguarding-lead.", faults);
        need(isName(name), at + "name", "Enter the name" + where + ".", faults);
        need(!kind.isEmpty(), at + "kind", "Choose the kind" + where + ".", faults);
        need(isCode(role), at + "role", "Enter the role" + where + ", such as safeguarding-lead.", faults);
        need(
                area.isEmpty() || area.matches("[ENSW]\\d{8}"),
                at + "area",
                "Enter the area" + where + " as its GSS code, such as E10000003, or leave it empty.",
                faults);
        need(
                schoolUrn.isEmpty() || schoolUrn.matches("\\d{6}"),
                at + "schoolUrn",
                "Enter the URN" + where + " in six digits, or leave it empty.",
                faults);
        need(!channel.isEmpty(), at + "channel", "Choose how the hub reaches place " + number + ".", faults);
        faults.addAll(ofAddress(at + "url", number));
        return faults;
    }

    private List<Fault> ofAddress(String field, int number) {
        boolean sentTo = channel.equals("webhook") || channel.equals("fhir");
        if (sentTo && !url.matches("https?://[^\\s\"<>\\\\^`{|}#@]{3,390}")) {
            return List.of(new Fault(
                    field,
                    "Enter the address of place " + number + ", such as https://hub.college.example/disclosures."));
        }
        return !channel.isEmpty() && !sentTo && !url.isEmpty()
                ? List.of(new Fault(field, "Leave the address of place " + number + " empty: this channel has none."))
                : List.of();
    }

    static boolean isCode(String typed) {
        return typed.length() <= LONGEST_CODE && typed.matches(CODE);
    }

    static boolean isName(String typed) {
        return !typed.isEmpty() && typed.length() <= LONGEST_NAME;
    }

    static void need(boolean met, String field, String message, List<Fault> faults) {
        if (!met) {
            faults.add(new Fault(field, message));
        }
    }

    /** As notification-service takes it. */
    Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("name", name);
        body.put("kind", kind);
        body.put("role", role);
        body.put("channel", channel);
        Stream.of(Map.entry("area", area), Map.entry("schoolUrn", schoolUrn), Map.entry("url", url))
                .filter(it -> !it.getValue().isEmpty())
                .forEach(it -> body.put(it.getKey(), it.getValue()));
        return body;
    }
}

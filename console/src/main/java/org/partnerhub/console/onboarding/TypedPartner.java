package org.partnerhub.console.onboarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;

/**
 * A new partner, as an operator types it.
 *
 * @param places those that take referrals or notices; those left empty do not count
 * @param rights scopes of its client
 * @param keysUrl where its public keys lie; empty: it gets a secret
 */
public record TypedPartner(
        String id,
        String name,
        String kind,
        String odsCode,
        List<TypedPlace> places,
        List<String> rights,
        String keysUrl,
        String reason) {

    private static final int MOST_PLACES = 20;
    private static final int LONGEST_REASON = 500;

    public TypedPartner {
        id = id.strip();
        name = name.strip();
        odsCode = odsCode.strip();
        places = List.copyOf(places);
        rights = List.copyOf(rights);
        keysUrl = keysUrl.strip();
        reason = reason.strip();
    }

    /** A form that nobody has filled in yet, with room for one place. */
    public static TypedPartner empty() {
        return new TypedPartner("", "", "", "", List.of(TypedPlace.empty()), List.of(), "", "");
    }

    /** The same with room for one place more. */
    public TypedPartner withAnotherPlace() {
        List<TypedPlace> more = new ArrayList<>(places);
        if (more.size() < MOST_PLACES) {
            more.add(TypedPlace.empty());
        }
        return new TypedPartner(id, name, kind, odsCode, more, rights, keysUrl, reason);
    }

    public boolean hasRoom() {
        return places.size() < MOST_PLACES;
    }

    public Map<String, String> kinds() {
        return Kinds.ofOrganisations();
    }

    public Map<String, String> channels() {
        return Kinds.ofChannels();
    }

    public Map<String, String> offeredRights() {
        return PartnerRights.all();
    }

    /** What must be mended before anything is sent; empty when nothing. Which ids are taken, notification-service knows. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        TypedPlace.need(
                TypedPlace.isCode(id),
                "partner-id",
                "Enter the partner’s id in lower-case words joined by hyphens, such as wisbech-college.",
                faults);
        TypedPlace.need(TypedPlace.isName(name), "name", "Enter the organisation’s name.", faults);
        TypedPlace.need(!kind.isEmpty(), "kind", "Choose what kind of organisation it is.", faults);
        TypedPlace.need(
                odsCode.isEmpty() || odsCode.matches("[A-Z0-9]{3,12}"),
                "odsCode",
                "Enter the ODS code in capitals, such as RGT, or leave it empty.",
                faults);
        for (int i = 0; i < places.size(); i++) {
            if (!places.get(i).isEmpty()) {
                faults.addAll(places.get(i).faults("place-" + i + "-", i + 1));
            }
        }
        TypedPlace.need(!rights.isEmpty(), "rights", "Choose at least one thing that its system may do.", faults);
        TypedPlace.need(
                keysUrl.isEmpty() || keysUrl.matches("https://[^\\s\"<>\\\\^`{|}]{3,390}"),
                "keysUrl",
                "Enter an https address of its public keys, or leave it empty for a secret.",
                faults);
        TypedPlace.need(
                !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                "reason",
                "Enter the reason in 1 to 500 characters.",
                faults);
        return faults;
    }

    /** As notification-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> organisation = new LinkedHashMap<>(Map.of("id", id, "name", name, "kind", kind));
        if (!odsCode.isEmpty()) {
            organisation.put("odsCode", odsCode);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason);
        body.put("partner", organisation);
        body.put(
                "recipients",
                places.stream()
                        .filter(it -> !it.isEmpty())
                        .map(TypedPlace::sent)
                        .toList());
        body.put("rights", rights);
        if (!keysUrl.isEmpty()) {
            body.put("keysUrl", keysUrl);
        }
        return body;
    }
}

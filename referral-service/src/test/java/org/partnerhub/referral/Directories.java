package org.partnerhub.referral;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import tools.jackson.databind.JsonNode;

/** The demonstration's partners and recipients. */
public final class Directories {

    private static final String CAMBRIDGESHIRE = "E10000003";
    private static final String PETERBOROUGH = "E06000031";

    private Directories() {}

    public static Directory demonstration() {
        return new Directory(
                List.of(
                        partner("cambridgeshire-county-council", "council"),
                        partner("peterborough-city-council", "council"),
                        partner("cambridgeshire-constabulary", "police"),
                        partner("fenland-academy", "school"),
                        partner("cpft", "mental-health")),
                List.of(
                        council("early-help-hub-cambridgeshire", "early-help-hub", CAMBRIDGESHIRE),
                        council("mash-cambridgeshire", "mash", CAMBRIDGESHIRE),
                        council("early-help-hub-peterborough", "early-help-hub", PETERBOROUGH),
                        council("mash-peterborough", "mash", PETERBOROUGH),
                        recipient("cpft-camhs", "mental-health", "camhs", "cpft", null, null),
                        recipient(
                                "neurodevelopmental-pathway",
                                "council",
                                "neurodevelopmental-pathway",
                                "peterborough-city-council",
                                null,
                                null),
                        recipient("younited", "mental-health", "wellbeing-single-point", "cpft", null, null),
                        recipient(
                                "fenland-academy-safeguarding-lead",
                                "school",
                                "safeguarding-lead",
                                "fenland-academy",
                                CAMBRIDGESHIRE,
                                "999001"),
                        recipient(
                                "cambridgeshire-constabulary-referrals",
                                "police",
                                "police-desk",
                                "cambridgeshire-constabulary",
                                null,
                                null)));
    }

    private static Partner partner(String id, String kind) {
        return new Partner(new PartnerId(id), id, kind, null);
    }

    private static Recipient council(String id, String role, String area) {
        String partner = area.equals(CAMBRIDGESHIRE) ? "cambridgeshire-county-council" : "peterborough-city-council";
        return recipient(id, "council", role, partner, area, null);
    }

    private static Recipient recipient(
            String id, String kind, String role, String partner, @Nullable String area, @Nullable String schoolUrn) {
        return new Recipient(
                new RecipientId(id), id, kind, role, Set.of(new PartnerId(partner)), area, schoolUrn, Channel.WEBHOOK);
    }

    /** The same after one recipient has left. */
    public static Directory without(String recipient) {
        Directory whole = demonstration();
        return new Directory(
                whole.partners(),
                whole.recipients().stream()
                        .filter(it -> !it.id().value().equals(recipient))
                        .toList());
    }

    /** Everybody whom policy/partners.yml and policy/recipients.yml name. */
    public static Directory ofPolicy() {
        JsonNode partners = PolicyFile.read("partners", null).content().path("partners");
        JsonNode recipients = PolicyFile.read("recipients", null).content().path("recipients");
        return new Directory(
                partners.valueStream()
                        .map(it -> partner(
                                it.path("id").asString(), it.path("kind").asString()))
                        .toList(),
                recipients.valueStream().map(Directories::recipient).toList());
    }

    private static Recipient recipient(JsonNode row) {
        return new Recipient(
                new RecipientId(row.path("id").asString()),
                row.path("name").asString(),
                row.path("kind").asString(),
                row.path("role").asString(),
                row.path("operated-by")
                        .valueStream()
                        .map(it -> new PartnerId(it.asString()))
                        .collect(Collectors.toSet()),
                row.path("area").asString(null),
                row.path("school-urn").asString(null),
                Channel.valueOf(row.path("channel").asString().toUpperCase(Locale.ROOT)));
    }
}

package org.partnerhub.quickstart.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** Children Act 1989 s.85: a stay that is likely to last three months is notified to the authority, without consent. */
final class HospitalReportsAnAdmission {

    static final String TITLE =
            "The hospital reports an admission likely to exceed 12 weeks; the right council is told, without consent";

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;

    HospitalReportsAnAdmission(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void play() {
        Answer sent = world.hospital().post("/admissions", admission());
        narration.check("the hub takes the admission (201)", sent.status() == 201, sent.body());
        JsonNode waiting = Family.waitFor("the director's office has a section 85 notice waiting", this::notice);
        Answer collected = world.council().get("/mailbox/" + waiting.path("id").asString());
        Set<String> categories = collected
                .body()
                .path("content")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        narration.check(
                "it holds identity and stay and nobody's story",
                categories.equals(Set.of("identity", "stay")),
                collected.body());
        Answer acknowledged =
                world.council().post("/mailbox/" + waiting.path("id").asString() + "/acknowledgement", Map.of());
        narration.check("the council acknowledges it", acknowledged.status() < 300, acknowledged.body());
        Answer stranger = world.police().get("/mailbox/" + waiting.path("id").asString());
        narration.check("another partner cannot see that it exists (404)", stranger.status() == 404, stranger.status());
    }

    private Optional<JsonNode> notice() {
        return world.council()
                .get("/mailbox")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("purpose").asString().equals("section-85-notice"))
                .filter(it -> it.path("subject").asString("").equals(family.person()))
                .findFirst();
    }

    private Map<String, Object> admission() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        return Map.of(
                "visitNumber", "DEMO-" + family.child().nhsNumber(),
                "subject", family.child().demographics(DemoWorld.SCHOOL_URN),
                "setting",
                        Map.of(
                                "odsCode", "RGT",
                                "name", "Cambridge University Hospitals",
                                "kind", "nhs-hospital",
                                "funding", "nhs",
                                "authority", "E10000003"),
                "admittedAt",
                        today.atTime(9, 0)
                                .atZone(ZoneId.of("Europe/London"))
                                .toInstant()
                                .toString(),
                "expectedUntil", today.plusWeeks(14).toString(),
                "ordinaryResidence", Map.of("authority", "E10000003"));
    }
}

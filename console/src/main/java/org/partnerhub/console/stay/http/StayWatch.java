package org.partnerhub.console.stay.http;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.stay.Stay;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Stays whose notices are late or not acknowledged, and those about which a person must find something out. */
@Component
class StayWatch implements Watch {

    private final OfficerCalls calls;

    StayWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.STAYS;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "notification", calls.document(this::found), "/stays?limit=200");
    }

    private List<Concern> found(JsonNode answer) {
        List<Stay> stays = FoundStays.list(answer, LocalDate.now(ZoneId.of("Europe/London")));
        long late = stays.stream()
                .filter(it -> it.overdue().stream().anyMatch(one -> !one.settled()))
                .count();
        long unclear = stays.stream().filter(it -> !it.questions().isEmpty()).count();
        return Stream.of(
                        Concern.some(
                                Urgency.LATE,
                                late,
                                "stay has a notice that is late or not acknowledged",
                                "stays have a notice that is late or not acknowledged",
                                page().path()),
                        Concern.some(
                                Urgency.WAITING,
                                unclear,
                                "stay has a question that somebody must answer",
                                "stays have a question that somebody must answer",
                                page().path()))
                .flatMap(Optional::stream)
                .toList();
    }
}

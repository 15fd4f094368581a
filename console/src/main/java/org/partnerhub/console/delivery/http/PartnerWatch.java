package org.partnerhub.console.delivery.http;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.partnerhub.console.delivery.PartnerStanding;
import org.partnerhub.console.delivery.RecipientStanding;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Partners that cannot be reached, and deliveries that go on only with somebody's help. */
@Component
class PartnerWatch implements Watch {

    private static final String LIST = "/deliveries/list?state=";

    private final OfficerCalls calls;

    PartnerWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.DELIVERIES;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "notification", calls.document(this::found), "/partners/health");
    }

    private List<Concern> found(JsonNode answer) {
        List<PartnerStanding> partners = FoundDeliveries.partners(answer).all();
        long failing = partners.stream()
                .filter(it -> it.recipients().stream().anyMatch(RecipientStanding::failing))
                .count();
        long lapsing =
                partners.stream().filter(PartnerStanding::certificateLapses).count();
        return Stream.of(
                        Concern.some(
                                Urgency.LATE,
                                failing,
                                "partner cannot be reached",
                                "partners cannot be reached",
                                page().path()),
                        Concern.some(
                                Urgency.LATE,
                                partners.stream()
                                        .filter(it -> it.paused() && it.waiting() > 0)
                                        .count(),
                                "paused partner has deliveries waiting",
                                "paused partners have deliveries waiting",
                                page().path()),
                        Concern.some(
                                Urgency.LATE,
                                sum(partners, PartnerStanding::givenUp),
                                "delivery was given up",
                                "deliveries were given up",
                                LIST + "given-up"),
                        Concern.some(
                                Urgency.WAITING,
                                sum(partners, PartnerStanding::manual),
                                "delivery is to be handed over by hand",
                                "deliveries are to be handed over by hand",
                                LIST + "manual"),
                        Concern.some(
                                Urgency.WAITING,
                                sum(partners, PartnerStanding::parked),
                                "delivery waits until it may go",
                                "deliveries wait until they may go",
                                LIST + "parked"),
                        Concern.some(
                                Urgency.SOON,
                                lapsing,
                                "partner’s certificate is about to lapse",
                                "partners’ certificates are about to lapse",
                                page().path()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static long sum(List<PartnerStanding> partners, ToIntFunction<PartnerStanding> count) {
        return partners.stream().mapToInt(count).sum();
    }
}

package org.partnerhub.console.request.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.request.Request;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Requests about own records that are not answered yet (UK GDPR Article 12(3): within a month). */
@Component
class RequestWatch implements Watch {

    private final OfficerCalls calls;

    RequestWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.REQUESTS;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "consent", calls.document(this::found), "/rights-requests?state=open");
    }

    private List<Concern> found(JsonNode answer) {
        List<Request> open =
                FoundRequests.list(answer).stream().filter(Request::isOpen).toList();
        long late = open.stream().filter(Request::overdue).count();
        String next = open.stream()
                .filter(it -> !it.overdue())
                .min(Comparator.comparing(Request::due))
                .map(Request::dueWhen)
                .orElse("");
        return Stream.of(
                        Concern.some(
                                Urgency.LATE,
                                late,
                                "request about own records should have been answered",
                                "requests about own records should have been answered",
                                page().path()),
                        Concern.some(
                                Urgency.WAITING,
                                open.size() - late,
                                "request about own records is due by " + next,
                                "requests about own records, the next due by " + next,
                                page().path()))
                .flatMap(Optional::stream)
                .toList();
    }
}

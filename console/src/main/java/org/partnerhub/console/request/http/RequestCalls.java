package org.partnerhub.console.request.http;

import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.request.Pieces;
import org.partnerhub.console.request.Request;
import org.partnerhub.console.staff.http.StaffNames;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** consent-service's register of requests, and the page of one, which several forms come back to. */
@Component
class RequestCalls {

    static final String CONSENT = "consent";
    private static final String ONE = "/rights-requests/{id}";

    private final OfficerCalls calls;
    private final StaffNames staff;

    RequestCalls(OfficerCalls calls, StaffNames staff) {
        this.calls = calls;
        this.staff = staff;
    }

    Answer<Request> read(OAuth2AuthorizedClient officer, UUID id) {
        return calls.read(officer, CONSENT, calls.document(FoundRequests::one), ONE, id);
    }

    Answer<Pieces> pieces(OAuth2AuthorizedClient officer, UUID id) {
        return calls.read(officer, CONSENT, calls.document(FoundRequests::pieces), ONE + "/pieces", id);
    }

    /** Does something with a request; what the service answers to it, the page reads again. */
    Answer<Boolean> act(OAuth2AuthorizedClient officer, UUID id, String how, Map<String, Object> body) {
        return calls.send(officer, CONSENT, body, calls.document(it -> true), ONE + how, id);
    }

    ModelAndView page(OAuth2AuthorizedClient officer, UUID id) {
        return page(officer, id, Map.of());
    }

    /**
     * The page of one request, with what has been gathered where that is asked for.
     *
     * @param typed what its forms show again
     */
    ModelAndView page(OAuth2AuthorizedClient officer, UUID id, Map<String, ?> typed) {
        Answer<Request> found = read(officer, id);
        ModelAndView page = Shown.answered(
                Shown.page("request").addObject("typed", typed).addObject("staff", staff.ask(officer)),
                "request",
                found);
        if (found.given().filter(it -> it.isAccess() && it.isOpen()).isPresent()) {
            return Shown.answered(page, "pieces", pieces(officer, id));
        }
        return page;
    }
}

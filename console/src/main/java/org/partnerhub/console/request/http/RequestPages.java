package org.partnerhub.console.request.http;

import java.util.List;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.request.NewRequest;
import org.partnerhub.console.request.Request;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests about own records: what is due first, a new one, and one. */
@Controller
class RequestPages {

    private static final String LIST = "/requests";
    private static final String NEW = "/requests/new";

    private final OfficerCalls calls;
    private final RequestCalls requests;

    RequestPages(OfficerCalls calls, RequestCalls requests) {
        this.calls = calls;
        this.requests = requests;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        var answer = calls.read(
                officer,
                RequestCalls.CONSENT,
                calls.document(FoundRequests::list),
                "/rights-requests?state=all&limit=200");
        return Shown.answered(Shown.page("requests"), "requests", answer);
    }

    @GetMapping(NEW)
    ModelAndView form() {
        return form(NewRequest.empty());
    }

    @PostMapping(NEW)
    ModelAndView take(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        NewRequest typed = typed(form);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(typed), faults);
        }
        Answer<Request> taken = calls.send(
                officer, RequestCalls.CONSENT, typed.sent(), calls.document(FoundRequests::one), "/rights-requests");
        if (taken instanceof Answer.Given<Request>(var request)) {
            next.addFlashAttribute(
                    "confirmation", "The request is recorded. It is to be answered by " + request.dueWhen() + ".");
            return new ModelAndView("redirect:" + LIST + "/" + request.id());
        }
        return Shown.troubled(form(typed), taken);
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return requests.page(officer, id);
    }

    private static ModelAndView form(NewRequest typed) {
        return Shown.page("request-new").addObject("typed", typed);
    }

    private static NewRequest typed(MultiValueMap<String, String> form) {
        return new NewRequest(
                Typed.text(form, "kind"),
                Typed.text(form, "person"),
                Typed.text(form, "capacity"),
                Typed.text(form, "name"),
                Typed.text(form, "identity"),
                Typed.text(form, "able"),
                Typed.text(form, "assessorRole"),
                Typed.day(form, "assessedOn"),
                Typed.text(form, "agrees"),
                Typed.text(form, "bestInterests"),
                Typed.text(form, "authority"),
                Typed.text(form, "wanted"),
                Typed.day(form, "received"));
    }
}

package org.partnerhub.console.request.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an officer does with a request; each form stands on its page and comes back to it. */
@Controller
class RequestActions {

    private static final String ONE = "/requests/{id}";

    private final RequestCalls requests;

    RequestActions(RequestCalls requests) {
        this.requests = requests;
    }

    @PostMapping(ONE + "/extension")
    ModelAndView extend(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String because,
            RedirectAttributes next) {
        if (because.isBlank()) {
            return faulty(officer, id, "because", "Enter why more time is needed. The person is told it.", Map.of());
        }
        return act(
                officer,
                id,
                "/extension",
                Map.of("version", version, "reason", because.strip()),
                "The request has two months more. Tell the person why, within the first month.",
                next);
    }

    @PostMapping(ONE + "/answer")
    ModelAndView answer(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next) {
        if (outcome.isEmpty()) {
            return faulty(officer, id, "outcome", "Choose how it ends.", Map.of("words", words));
        }
        if (words.isBlank()) {
            return faulty(officer, id, "words", "Enter what the person is told.", Map.of("outcome", outcome));
        }
        return act(
                officer,
                id,
                "/answer",
                Map.of("version", version, "outcome", outcome, "words", words.strip()),
                "The request is answered. That it was is in the disclosure log; your words are not.",
                next);
    }

    @PostMapping(ONE + "/pieces")
    ModelAndView gather(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        if (reason.isBlank()) {
            return faulty(officer, id, "reason", "Enter why you look. It is recorded with your name.", Map.of());
        }
        return act(
                officer,
                id,
                "/pieces",
                Map.of("reason", reason.strip()),
                "What the hub holds is gathered. Settle each piece.",
                next);
    }

    @PostMapping(ONE + "/inclusion")
    ModelAndView includePlain(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            RedirectAttributes next) {
        return act(
                officer,
                id,
                "/pieces/inclusion",
                Map.of(),
                "Every piece without a hint is given whole. You can still change each.",
                next);
    }

    @PostMapping(ONE + "/pack")
    ModelAndView pack(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String letter,
            RedirectAttributes next) {
        if (letter.isBlank()) {
            return faulty(officer, id, "letter", "Enter what you write to whoever asked.", Map.of());
        }
        return act(
                officer,
                id,
                "/pack",
                Map.of("version", version, "words", letter.strip()),
                "The pack is made, and its making is in the disclosure log. Hand it over safely.",
                next);
    }

    private ModelAndView act(
            OAuth2AuthorizedClient officer,
            UUID id,
            String how,
            Map<String, Object> body,
            String confirmation,
            RedirectAttributes next) {
        Answer<Boolean> done = requests.act(officer, id, how, body);
        if (done instanceof Answer.Given<Boolean>) {
            next.addFlashAttribute("confirmation", confirmation);
            return new ModelAndView("redirect:/requests/" + id);
        }
        return Shown.troubled(requests.page(officer, id, typed(how, body)), done);
    }

    private ModelAndView faulty(
            OAuth2AuthorizedClient officer, UUID id, String field, String message, Map<String, ?> typed) {
        return Shown.faulty(requests.page(officer, id, typed), List.of(new Fault(field, message)));
    }

    /** What the page's forms show again. */
    private static Map<String, ?> typed(String how, Map<String, Object> body) {
        return switch (how) {
            case "/extension" -> Map.of("because", body.get("reason"));
            case "/pack" -> Map.of("letter", body.get("words"));
            default -> body;
        };
    }
}

package org.partnerhub.console.delivery.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnerhub.console.delivery.PartnerStanding;
import org.partnerhub.console.delivery.PartnersStanding;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How partners are reached, those to look at first, and pausing one. */
@Controller
class PartnerPages {

    private static final String ALL = "/deliveries";
    private static final String ONE = "/deliveries/partners/{partner}";
    private static final int LONGEST_REASON = 500;

    private final OfficerCalls calls;

    PartnerPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping(ALL)
    ModelAndView all(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator) {
        return Shown.answered(Shown.page("deliveries"), "partners", health(calls, operator));
    }

    @GetMapping(ONE)
    ModelAndView one(
            @PathVariable String partner, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator) {
        return shown(calls, partner, operator);
    }

    @PostMapping(ONE + "/pause")
    ModelAndView pause(
            @PathVariable String partner,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "false") boolean paused,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            RedirectAttributes next) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Shown.faulty(
                    shown(calls, partner, operator).addObject("reason", why),
                    List.of(new Fault("reason", "Enter the reason in 1 to 500 characters.")));
        }
        Answer<Boolean> changed = calls.change(
                operator,
                "notification",
                Map.of("paused", paused, "reason", why, "version", version),
                calls.document(it -> it.path("paused").asBoolean(false)),
                "/partners/{partner}/pause",
                partner);
        if (changed instanceof Answer.Given<Boolean>(Boolean now)) {
            next.addFlashAttribute(
                    "confirmation",
                    now
                            ? "The partner is paused. What is for it waits, and nothing is lost; the act is in the disclosure log."
                            : "The partner goes on. What waited is sent now, each under a new permit; the act is in the disclosure log.");
            return new ModelAndView("redirect:/deliveries/partners/" + partner);
        }
        return Shown.troubled(shown(calls, partner, operator).addObject("reason", why), changed);
    }

    /** One partner's page, with empty forms. */
    static ModelAndView shown(OfficerCalls calls, String partner, OAuth2AuthorizedClient operator) {
        ModelAndView page =
                Shown.page("delivery-partner").addObject("reason", "").addObject("testReason", "");
        Answer<PartnersStanding> all = health(calls, operator);
        Optional<PartnerStanding> found = all.given().flatMap(it -> it.of(partner));
        if (found.isPresent()) {
            return page.addObject("standing", found.get());
        }
        return Shown.troubled(page, all.given().isPresent() ? new Answer.NotThere<Void>() : all);
    }

    private static Answer<PartnersStanding> health(OfficerCalls calls, OAuth2AuthorizedClient operator) {
        return calls.read(operator, "notification", calls.document(FoundDeliveries::partners), "/partners/health");
    }
}

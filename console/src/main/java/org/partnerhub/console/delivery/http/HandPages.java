package org.partnerhub.console.delivery.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.delivery.Handout;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.Trouble;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What no channel reaches: taking it out, which shows its content once, and saying that it has arrived. */
@Controller
class HandPages {

    private static final String ONE = "/deliveries/by-hand/{id}";
    private static final int LONGEST = 500;

    private final OfficerCalls calls;

    HandPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping(ONE)
    ModelAndView ask(@PathVariable UUID id) {
        return page(id, "", "");
    }

    @PostMapping(ONE + "/content")
    ModelAndView takeOut(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator) {
        if (isUnfit(why)) {
            return Shown.faulty(
                    page(id, why, ""), List.of(new Fault("why", "Enter why you take it out, in 1 to 500 characters.")));
        }
        Answer<Handout> answer = calls.send(
                operator,
                "notification",
                Map.of("reason", why.strip()),
                calls.document(FoundHandout::of),
                "/deliveries/{id}/content",
                id);
        return answer instanceof Answer.NotNow
                ? says(
                        page(id, why, ""),
                        "It does not wait for a hand any more, or it may not go now. Nothing is shown; look at the list again.")
                : Shown.answered(page(id, "", ""), "handout", answer);
    }

    @PostMapping(ONE + "/settlement")
    ModelAndView settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String how,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            RedirectAttributes next) {
        if (isUnfit(how)) {
            return Shown.faulty(
                    page(id, "", how),
                    List.of(new Fault("how", "Enter how and to which role it went, in 1 to 500 characters.")));
        }
        Answer<Boolean> answer = calls.send(
                operator,
                "notification",
                Map.of("reason", how.strip()),
                calls.document(_ -> true),
                "/deliveries/{id}/settlement",
                id);
        if (answer instanceof Answer.Given<Boolean>) {
            next.addFlashAttribute(
                    "confirmation",
                    "The delivery counts as delivered, and who sent it hears so. It is in the disclosure log.");
            return new ModelAndView("redirect:/deliveries/list?state=manual");
        }
        return answer instanceof Answer.NotNow
                ? says(page(id, "", how), "Take the content out first. What has arrived is settled already.")
                : Shown.troubled(page(id, "", how), answer);
    }

    private static boolean isUnfit(String words) {
        return words.isBlank() || words.strip().length() > LONGEST;
    }

    private static ModelAndView says(ModelAndView page, String sentence) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject("trouble", new Trouble(HttpStatus.CONFLICT.value(), List.of(sentence)));
    }

    private static ModelAndView page(UUID id, String why, String how) {
        return Shown.page("delivery-by-hand")
                .addObject("delivery", id)
                .addObject("why", why)
                .addObject("how", how);
    }
}

package org.partnerhub.console.delivery.http;

import java.util.List;
import java.util.Map;
import org.partnerhub.console.delivery.TestResult;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sends a partner's webhooks a message about nobody, and shows what came of it. */
@Controller
class TestMessagePages {

    private static final int LONGEST_REASON = 500;

    private final OfficerCalls calls;

    TestMessagePages(OfficerCalls calls) {
        this.calls = calls;
    }

    @PostMapping("/deliveries/partners/{partner}/test-messages")
    ModelAndView test(
            @PathVariable String partner,
            @RequestParam(defaultValue = "") String reason,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Shown.faulty(
                    PartnerPages.shown(calls, partner, operator).addObject("testReason", why),
                    List.of(new Fault("test-reason", "Enter the reason for the test in 1 to 500 characters.")));
        }
        Answer<List<TestResult>> tested = calls.send(
                operator,
                "notification",
                Map.of("reason", why),
                calls.document(FoundDeliveries::tested),
                "/partners/{partner}/test-messages",
                partner);
        ModelAndView page = PartnerPages.shown(calls, partner, operator);
        return Shown.answered(tested.given().isPresent() ? page : page.addObject("testReason", why), "tested", tested);
    }
}

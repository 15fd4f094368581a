package org.partnerhub.console.prospect.http;

import java.util.List;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.policy.http.PurposeNames;
import org.partnerhub.console.prospect.ProspectQuestion;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who could be told what about a person today. Whom it is about travels in bodies, never in addresses. */
@Controller
class ProspectPages {

    private final OfficerCalls calls;
    private final PurposeNames purposes;

    ProspectPages(OfficerCalls calls, PurposeNames purposes) {
        this.calls = calls;
        this.purposes = purposes;
    }

    @GetMapping("/who-could-be-told")
    ModelAndView form(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return page(officer, ProspectQuestion.empty());
    }

    @PostMapping("/who-could-be-told/searches")
    ModelAndView search(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String reason) {
        ProspectQuestion asked = new ProspectQuestion(subject, purpose, reason);
        List<Fault> faults = asked.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(page(officer, asked), faults);
        }
        var answer = calls.send(
                officer, "consent", asked.sent(), calls.document(FoundProspects::read), "/decisions/explanation");
        return Shown.answered(page(officer, asked), "prospects", answer);
    }

    private ModelAndView page(OAuth2AuthorizedClient officer, ProspectQuestion asked) {
        return purposes.on(Shown.page("prospects").addObject("asked", asked), officer);
    }
}

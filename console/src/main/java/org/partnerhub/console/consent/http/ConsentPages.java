package org.partnerhub.console.consent.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.consent.RegisterSearch;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.policy.http.PurposeNames;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The register of consents: what is wanted, page by page, each with its terms and its history. */
@Controller
class ConsentPages {

    private static final String PAGE = "/consents";
    private static final String SEARCHES = "/consents/searches";
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final OfficerCalls calls;
    private final Clock clock = Clock.systemUTC();
    private final PurposeNames purposes;

    ConsentPages(OfficerCalls calls, PurposeNames purposes) {
        this.calls = calls;
        this.purposes = purposes;
    }

    @GetMapping(PAGE)
    ModelAndView form(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return form(officer, RegisterSearch.empty());
    }

    @PostMapping(SEARCHES)
    ModelAndView search(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam Map<String, String> form) {
        RegisterSearch typed = new RegisterSearch(
                form.getOrDefault("person", ""),
                form.getOrDefault("partner", ""),
                form.getOrDefault("purpose", ""),
                form.getOrDefault("state", ""),
                form.getOrDefault("reason", ""),
                form.getOrDefault("after", ""));
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(officer, typed), faults);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ENGLAND);
        var answer = calls.send(officer, "consent", typed.sent(today), calls.document(FoundConsents::read), SEARCHES);
        return Shown.answered(form(officer, typed), "register", answer);
    }

    private ModelAndView form(OAuth2AuthorizedClient officer, RegisterSearch typed) {
        return purposes.on(
                Shown.page("consents").addObject("typed", typed).addObject("states", RegisterSearch.states()), officer);
    }
}

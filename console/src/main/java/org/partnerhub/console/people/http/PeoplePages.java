package org.partnerhub.console.people.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.people.LikePair;
import org.partnerhub.console.people.Settlement;
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

/** Who may be one: listed naming nobody, seen side by side once the look is in the log, and settled with a reason. */
@Controller
class PeoplePages {

    private static final String LIST = "/people";
    private static final String REFERRAL = "referral";
    private static final String REVIEWS = "/people/reviews";

    private final OfficerCalls calls;

    PeoplePages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return Shown.answered(Shown.page("people"), "pairs", open(officer));
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        Answer<List<LikePair>> open = open(officer);
        ModelAndView page = page(id, "");
        open.given().flatMap(pairs -> among(pairs, id)).ifPresent(it -> page.addObject("pair", it));
        boolean settled = open instanceof Answer.Given<?> && page.getModel().get("pair") == null;
        return Shown.troubled(page, settled ? new Answer.NotThere<>() : open);
    }

    @PostMapping(LIST + "/{id}/look")
    ModelAndView look(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String reason) {
        List<Fault> faults = Look.reasonFaults(reason, "reason");
        return faults.isEmpty()
                ? sideBySide(id, officer, reason)
                : Shown.faulty(one(id, officer).addObject("reason", reason), faults);
    }

    @PostMapping(LIST + "/{id}/settlement")
    ModelAndView settle(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next) {
        Settlement typed = new Settlement(as, why);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(again(id, officer, reason).addObject("typed", typed), faults);
        }
        Answer<Boolean> answer =
                calls.send(officer, REFERRAL, typed.sent(), it -> true, REVIEWS + "/{id}/settlement", id);
        if (answer instanceof Answer.Given<Boolean>) {
            next.addFlashAttribute("confirmation", typed.confirmation());
            return new ModelAndView("redirect:" + LIST);
        }
        return Shown.troubled(again(id, officer, reason).addObject("typed", typed), answer);
    }

    /** What was on the page before; seeing it again is one more look, for the same reason. */
    private ModelAndView again(UUID id, OAuth2AuthorizedClient officer, String reason) {
        return Look.reasonFaults(reason, "reason").isEmpty() ? sideBySide(id, officer, reason) : one(id, officer);
    }

    private ModelAndView sideBySide(UUID id, OAuth2AuthorizedClient officer, String reason) {
        var answer = calls.send(
                officer,
                REFERRAL,
                Map.of("reason", reason.strip()),
                calls.document(FoundPeople::look),
                REVIEWS + "/{id}/look",
                id);
        ModelAndView page = page(id, reason);
        answer.given().ifPresent(it -> page.addObject("pair", it.pair()));
        return Shown.answered(page, "both", answer);
    }

    private Answer<List<LikePair>> open(OAuth2AuthorizedClient officer) {
        return calls.read(officer, REFERRAL, calls.document(FoundPeople::list), REVIEWS);
    }

    private static Optional<LikePair> among(List<LikePair> pairs, UUID id) {
        return pairs.stream().filter(it -> it.id().equals(id.toString())).findFirst();
    }

    private static ModelAndView page(UUID id, String reason) {
        return Shown.page("people-pair")
                .addObject("id", id)
                .addObject("reason", reason)
                .addObject("typed", Settlement.empty());
    }
}

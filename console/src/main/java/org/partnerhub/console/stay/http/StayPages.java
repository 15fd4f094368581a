package org.partnerhub.console.stay.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.stay.Stay;
import org.partnerhub.console.stay.StayAnswer;
import org.partnerhub.console.stay.Stays;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Stays: what is overdue, what waits for a person, and one of them with its clocks, its rules and its notices. */
@Controller
class StayPages {

    private static final String LIST = "/stays";
    private static final String NOTIFICATION = "notification";
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final OfficerCalls calls;
    private final Clock clock;

    StayPages(OfficerCalls calls) {
        this.calls = calls;
        this.clock = Clock.systemUTC();
    }

    @GetMapping(LIST)
    ModelAndView list(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(required = false) @Nullable String council,
            @RequestParam(required = false) @Nullable String hospital) {
        Answer<Stays> answer = calls.read(
                officer,
                NOTIFICATION,
                calls.document(it -> new Stays(FoundStays.list(it, today()), chosen(council), chosen(hospital))),
                "/stays?limit=200");
        return Shown.answered(Shown.page("stays"), "stays", answer);
    }

    private static @Nullable String chosen(@Nullable String choice) {
        return choice == null || choice.isBlank() ? null : choice;
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return shown(id, officer, StayAnswer.empty());
    }

    @PostMapping(LIST + "/{id}/answer")
    ModelAndView answer(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String key,
            @ModelAttribute Typed typed,
            RedirectAttributes next) {
        StayAnswer said = typed.answer();
        List<Fault> faults = said.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(shown(id, officer, said), faults);
        }
        Answer<String> sent = calls.once(
                officer,
                NOTIFICATION,
                key,
                said.sent(),
                calls.document(it -> it.path("id").asString("")),
                "/admissions/{id}/answer",
                id);
        if (sent instanceof Answer.Given<String>) {
            next.addFlashAttribute(
                    "confirmation",
                    "Your answer is kept, and the rules have been asked again. Whoever must be told is told by itself.");
            return new ModelAndView("redirect:" + LIST + "/" + id);
        }
        return Shown.troubled(shown(id, officer, said), sent);
    }

    /** The fields of the form; what the page did not ask is not sent. */
    record Typed(
            @Nullable String by,
            @Nullable String funding,
            @Nullable String residence,
            @Nullable String council,
            @Nullable String unbroken,
            @Nullable String left) {

        StayAnswer answer() {
            return new StayAnswer(text(by), text(funding), text(residence), text(council), text(unbroken), text(left));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    private ModelAndView shown(UUID id, OAuth2AuthorizedClient officer, StayAnswer typed) {
        Answer<Stay> answer = calls.read(
                officer, NOTIFICATION, calls.document(it -> FoundStays.one(it, today())), "/admissions/{id}", id);
        ModelAndView page = Shown.page("stay")
                .addObject("typed", typed)
                .addObject("key", UUID.randomUUID().toString());
        return Shown.answered(page, "stay", answer);
    }

    private LocalDate today() {
        return clock.instant().atZone(ENGLAND).toLocalDate();
    }
}

package org.partnerhub.console.breach.http;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.breach.Breach;
import org.partnerhub.console.breach.NewBreach;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Breach reports: all of them, a new one, and one, also as a PDF. */
@Controller
class BreachPages {

    private static final String LIST = "/breaches";
    private static final String NEW = "/breaches/new";
    private static final String REPORTS = "/breach-reports";
    private static final String CONSENT = "consent";

    private final OfficerCalls calls;
    private final StaffNames staff;

    BreachPages(OfficerCalls calls, StaffNames staff) {
        this.calls = calls;
        this.staff = staff;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        var answer = calls.read(officer, CONSENT, calls.document(FoundBreaches::list), REPORTS);
        return Shown.answered(Shown.page("breaches"), "breaches", answer);
    }

    @GetMapping(NEW)
    ModelAndView form(@RequestParam(defaultValue = "") List<Long> sequences) {
        return form(NewBreach.of(sequences));
    }

    @PostMapping(NEW)
    ModelAndView report(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam Map<String, String> form,
            RedirectAttributes next) {
        NewBreach typed = typed(form);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(typed), faults);
        }
        Answer<Breach> made = calls.send(officer, CONSENT, typed.sent(), calls.document(FoundBreaches::one), REPORTS);
        if (made instanceof Answer.Given<Breach>(var breach)) {
            next.addFlashAttribute(
                    "confirmation",
                    "The report is made, and in the disclosure log under each person. It is sent to nobody: that is yours to do.");
            return new ModelAndView("redirect:" + LIST + "/" + breach.id());
        }
        return Shown.troubled(form(typed), made);
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return Shown.answered(
                Shown.page("breach").addObject("staff", staff.ask(officer)),
                "breach",
                calls.read(officer, CONSENT, calls.document(FoundBreaches::one), REPORTS + "/{id}", id));
    }

    @GetMapping(LIST + "/{id}/paper")
    Object paper(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        Answer<byte[]> answer = calls.read(officer, CONSENT, InputStream::readAllBytes, REPORTS + "/{id}/paper", id);
        return answer.given()
                .<Object>map(it -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"breach-" + id + ".pdf\"")
                        .body(it))
                .orElseGet(() -> Shown.troubled(Shown.page("breach"), answer));
    }

    private static ModelAndView form(NewBreach typed) {
        return Shown.page("breach-new").addObject("typed", typed);
    }

    private static NewBreach typed(Map<String, String> form) {
        return new NewBreach(
                form.getOrDefault("sequences", ""),
                new TypedDay(
                        form.getOrDefault("awareOn-day", ""),
                        form.getOrDefault("awareOn-month", ""),
                        form.getOrDefault("awareOn-year", "")),
                form.getOrDefault("awareTime", ""),
                form.getOrDefault("whatHappened", ""),
                form.getOrDefault("consequences", ""),
                form.getOrDefault("measures", ""),
                form.getOrDefault("toldToPeople", ""));
    }
}

package org.partnerhub.console.log.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The disclosure log: a look at one person, referral or entry, answered on the same page, and the export. Whom it is about travels in bodies, never in addresses. */
@Controller
class LogPages {

    private final DisclosureLog log;
    private final LogPage page;
    private final StaffNames staff;

    LogPages(DisclosureLog log, LogPage page, StaffNames staff) {
        this.log = log;
        this.page = page;
        this.staff = staff;
    }

    @GetMapping("/log")
    ModelAndView form(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return page.of(officer, Look.empty());
    }

    @PostMapping("/log/searches")
    ModelAndView search(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "person") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason) {
        Look look = new Look(kind, subject, reason);
        List<Fault> faults = look.faults();
        return faults.isEmpty()
                ? Shown.answered(
                        page.of(officer, look).addObject("staff", staff.ask(officer)),
                        "found",
                        log.search(officer, look))
                : Shown.faulty(page.of(officer, look), faults);
    }

    @PostMapping("/log/exports")
    @Nullable
    ModelAndView export(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse browser) {
        List<Fault> faults = Look.reasonFaults(reason, "export-reason");
        if (!faults.isEmpty()) {
            return Shown.faulty(page.of(officer, Look.empty()), faults);
        }
        Download download = new Download(browser, "application/x-ndjson", "disclosure-log.ndjson");
        Answer<DisclosureLog.Exported> answer = log.export(officer, reason.strip(), download);
        if (answer instanceof Answer.Given<?>) {
            return null;
        }
        download.takeBack();
        return Shown.troubled(page.of(officer, Look.empty()), answer);
    }
}

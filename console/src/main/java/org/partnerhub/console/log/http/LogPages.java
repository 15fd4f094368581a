package org.partnerhub.console.log.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.log.LogAnswer;
import org.partnerhub.console.log.Look;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The disclosure log: one form, its answer on the same page, and the export. Whom it is about travels in bodies, never in addresses. */
@Controller
class LogPages {

    private static final String PAGE = "log";

    private final DisclosureLog log;

    LogPages(DisclosureLog log) {
        this.log = log;
    }

    @GetMapping("/log")
    ModelAndView form() {
        return page(Look.empty());
    }

    @PostMapping("/log/searches")
    ModelAndView search(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "person") String kind,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String reason) {
        Look look = new Look(kind, subject, reason);
        List<Look.Fault> faults = look.faults();
        return faults.isEmpty() ? answered(page(look), log.search(token(officer), look)) : faulty(page(look), faults);
    }

    @PostMapping("/log/exports")
    @Nullable
    ModelAndView export(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse browser) {
        List<Look.Fault> faults = Look.reasonFaults(reason, "export-reason");
        if (!faults.isEmpty()) {
            return faulty(page(Look.empty()), faults);
        }
        Download download = new Download(browser);
        LogAnswer answer = log.export(token(officer), reason.strip(), download);
        if (answer instanceof LogAnswer.Exported) {
            return null;
        }
        download.takeBack();
        return answered(page(Look.empty()), answer);
    }

    private static ModelAndView page(Look look) {
        return new ModelAndView(PAGE).addObject("look", look).addObject("faults", List.of());
    }

    private static ModelAndView faulty(ModelAndView page, List<Look.Fault> faults) {
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page.addObject("faults", faults);
    }

    private static ModelAndView answered(ModelAndView page, LogAnswer answer) {
        page.setStatus(
                switch (answer) {
                    case LogAnswer.Found found -> HttpStatus.OK;
                    case LogAnswer.Exported exported -> HttpStatus.OK;
                    case LogAnswer.NotAllowed notAllowed -> HttpStatus.FORBIDDEN;
                    case LogAnswer.Unavailable unavailable -> HttpStatus.SERVICE_UNAVAILABLE;
                });
        return page.addObject("answer", answer)
                .addObject("outcome", answer.getClass().getSimpleName());
    }

    private static String token(OAuth2AuthorizedClient officer) {
        return officer.getAccessToken().getTokenValue();
    }
}

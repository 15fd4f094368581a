package org.partnerhub.console.log.http;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.log.Filters;
import org.partnerhub.console.log.Listing;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The log of a period by what its entries say: page by page, as a table for a spreadsheet, and as a part of the log that anybody can verify. */
@Controller
class ListingPages {

    private static final String TABLE = "text/csv";
    private static final String PART = "application/x-ndjson";

    private final DisclosureLog log;
    private final LogPage page;

    ListingPages(DisclosureLog log, LogPage page) {
        this.log = log;
        this.page = page;
    }

    @PostMapping("/log/listings")
    ModelAndView list(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form) {
        Listing wanted = listing(form);
        List<Fault> faults = wanted.faults();
        return faults.isEmpty()
                ? Shown.answered(page.of(officer, wanted), "listed", log.list(officer, wanted))
                : Shown.faulty(page.of(officer, wanted), faults);
    }

    @PostMapping("/log/listings/table")
    @Nullable
    ModelAndView table(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse browser) {
        return hand(officer, listing(form), TABLE, new Download(browser, TABLE + ";charset=UTF-8", "disclosures.csv"));
    }

    @PostMapping("/log/listings/part")
    @Nullable
    ModelAndView part(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse browser) {
        return hand(officer, listing(form), PART, new Download(browser, PART, "disclosures.ndjson"));
    }

    private @Nullable ModelAndView hand(
            OAuth2AuthorizedClient officer, Listing wanted, String mediaType, Download download) {
        List<Fault> faults = wanted.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(page.of(officer, wanted), faults);
        }
        Answer<DisclosureLog.Exported> answer = log.listAs(officer, mediaType, wanted, download);
        if (answer instanceof Answer.Given<?>) {
            return null;
        }
        download.takeBack();
        return Shown.troubled(page.of(officer, wanted), answer);
    }

    private static Listing listing(MultiValueMap<String, String> form) {
        Map<String, String> filter = new HashMap<>();
        Filters.ALL.forEach(it -> filter.put(it, Typed.text(form, it)));
        return new Listing(
                Typed.text(form, "reason"),
                Typed.day(form, "from"),
                Typed.day(form, "until"),
                filter,
                Typed.text(form, "before"));
    }
}

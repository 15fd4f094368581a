package org.partnerhub.console.log.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.partnerhub.console.log.Filters;
import org.partnerhub.console.log.Listing;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.policy.http.PurposeNames;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The one page of the log, with each of its forms as it was typed. */
@Component
class LogPage {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final PurposeNames purposes;
    private final Clock clock = Clock.systemUTC();

    LogPage(PurposeNames purposes) {
        this.purposes = purposes;
    }

    ModelAndView of(OAuth2AuthorizedClient officer, Listing listing) {
        return page(officer, listing, Look.empty());
    }

    ModelAndView of(OAuth2AuthorizedClient officer, Look look) {
        return page(officer, Listing.upTo(LocalDate.ofInstant(clock.instant(), ENGLAND)), look);
    }

    private ModelAndView page(OAuth2AuthorizedClient officer, Listing listing, Look look) {
        return purposes.on(
                Shown.page("log")
                        .addObject("listing", listing)
                        .addObject("choices", Filters.CHOICES)
                        .addObject("look", look),
                officer);
    }
}

package org.partnerhub.console.log.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.partnerhub.console.log.Filters;
import org.partnerhub.console.log.Listing;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.page.http.Shown;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The one page of the log, with each of its forms as it was typed. */
@Component
class LogPage {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Clock clock = Clock.systemUTC();

    ModelAndView of(Listing listing) {
        return page(listing, Look.empty());
    }

    ModelAndView of(Look look) {
        return page(Listing.upTo(LocalDate.ofInstant(clock.instant(), ENGLAND)), look);
    }

    private static ModelAndView page(Listing listing, Look look) {
        return Shown.page("log")
                .addObject("listing", listing)
                .addObject("choices", Filters.CHOICES)
                .addObject("look", look);
    }
}

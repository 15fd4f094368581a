package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.awaitility.Awaitility;

/** An officer ticks a disclosure in the log and reports a breach with it; what is no disclosure is turned away in words. */
final class BreachWalk {

    private final Page page;
    private final String log;
    private final String pages;

    BreachWalk(Page page, URI console) {
        this.page = page;
        this.log = console + "/log";
        this.pages = console + "/breaches";
    }

    void report() {
        page.navigate(pages + "/new");
        button("Report the breach");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter what happened");
        assertThat(Look.at(page, "breach-new-faulty")).isEmpty();

        fill();
        page.fill("#sequences", "999999");
        button("Report the breach");
        assertThat(page.innerText("#main")).contains("there is no decision or disclosure");

        Awaitility.await("a disclosure has its number")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(this::ticked);
        button("Report a breach with the ticked ones");
        fill();
        button("Report the breach");
        assertThat(page.innerText("[role=alert]")).contains("The report is made");
        assertThat(Look.at(page, "breach-one")).isEmpty();
        page.navigate(pages);
        assertThat(Look.at(page, "breaches-listed")).isEmpty();
    }

    private void fill() {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Europe/London")).minusDays(1);
        page.fill("#awareOn", String.valueOf(yesterday.getDayOfMonth()));
        page.fill("#awareOn-month", String.valueOf(yesterday.getMonthValue()));
        page.fill("#awareOn-year", String.valueOf(yesterday.getYear()));
        page.fill("#awareTime", "16:30");
        page.fill("#whatHappened", "A notice went to a school that the child had left.");
        page.fill("#consequences", "The former school learned of an incident.");
        page.fill("#measures", "The school deleted it.");
        page.check("#toldToPeople");
    }

    private boolean ticked() {
        page.navigate(log);
        page.fill("#list-reason", "A school told us of a wrong address");
        button("Show");
        Locator numbered = page.locator("input[name=sequences]");
        if (numbered.count() == 0) {
            return false;
        }
        numbered.first().check();
        return true;
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

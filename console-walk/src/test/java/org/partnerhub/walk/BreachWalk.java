package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;

/** An officer reports a breach; what is no disclosure is turned away in words. */
final class BreachWalk {

    private final Page page;
    private final String pages;

    BreachWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/breaches";
    }

    /** Reports a breach made of an entry whose number is looked for from the first on. */
    void report() {
        page.navigate(pages + "/new");
        report("Report the breach");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter what happened");
        assertThat(Look.at(page, "breach-new-faulty")).isEmpty();

        fill();
        page.fill("#sequences", "999999");
        report("Report the breach");
        assertThat(page.innerText("#main")).contains("there is no decision or disclosure");
        for (int sequence = 0; page.url().endsWith("/new") && sequence < 200; sequence++) {
            page.fill("#sequences", String.valueOf(sequence));
            report("Report the breach");
        }
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

    private void report(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}

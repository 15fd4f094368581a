package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URI;

/** An officer goes from report to report, breaks one down otherwise, and would print it without the forms. */
final class ReportWalk {

    private final Page page;
    private final String reports;

    ReportWalk(Page page, URI console) {
        this.page = page;
        this.reports = console + "/reports";
    }

    void readThemAll() {
        page.navigate(reports);
        open("What was told");
        page.selectOption("#by", "partner");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the figures"))
                .click();
        assertThat(page.locator(".hub-figure svg rect").count()).isPositive();
        assertThat(page.locator(".hub-figure table").count()).isPositive();
        assertThat(Look.at(page, "report-disclosures")).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("#by").isVisible()).isFalse();
        assertThat(page.locator(".hub-figure table").first().isVisible()).isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        open("Time to answer");
        assertThat(page.innerText("#main")).contains("Half were answered within", "All");
        assertThat(Look.at(page, "report-answers")).isEmpty();

        open("Consent");
        assertThat(page.innerText("#main")).contains("People, by purpose");
        assertThat(Look.at(page, "report-consents")).isEmpty();
    }

    private void open(String report) {
        page.locator("nav[aria-label=Reports] a", new Page.LocatorOptions().setHasText(report))
                .click();
        assertThat(page.innerText("h1")).isEqualTo(report);
    }
}

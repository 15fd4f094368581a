package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;

/** An officer records a request for access, gathers what is held, settles it and makes the pack. */
final class RequestWalk {

    private final Page page;
    private final String pages;

    RequestWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/requests";
    }

    void answerFor(String person) {
        page.navigate(pages + "/new");
        button("Record the request");
        assertThat(page.innerText(".govuk-error-summary")).contains("Choose who asks");
        assertThat(Look.at(page, "request-new-faulty")).isEmpty();

        record(person);
        assertThat(page.innerText("[role=alert]")).contains("The request is recorded");
        page.fill("#reason", "Request 17");
        button("Gather everything");
        assertThat(page.innerText("#main")).contains("pieces wait to be settled");
        assertThat(Look.at(page, "request-gathered")).isEmpty();

        settleAll();
        page.fill("#letter", "This is what the hub holds about you. Please ask if anything is unclear.");
        button("Make the pack");
        assertThat(page.innerText("[role=alert]")).contains("The pack is made");
        assertThat(Look.at(page, "request-answered")).isEmpty();
        APIResponse pack = page.request().get(page.url() + "/paper");
        assertThat(pack.status()).isEqualTo(200);
        assertThat(pack.headers()).containsEntry("content-type", "application/pdf");
        assertThat(new String(pack.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        page.navigate(pages);
        assertThat(Look.at(page, "requests-listed")).isEmpty();
    }

    private void record(String person) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        page.fill("#person", person);
        page.fill("#wanted", "Everything that was passed on about my child");
        page.check("#capacity-parental-responsibility");
        page.fill("#name", "Sam Example");
        page.fill("#identity", "Passport seen");
        page.check("#able-no");
        page.fill("#assessorRole", "Social worker");
        for (String field : new String[] {"received", "assessedOn"}) {
            page.fill("#" + field, String.valueOf(today.getDayOfMonth()));
            page.fill("#" + field + "-month", String.valueOf(today.getMonthValue()));
            page.fill("#" + field + "-year", String.valueOf(today.getYear()));
        }
        button("Record the request");
    }

    /** What has no hint in one step, the rest one by one. */
    private void settleAll() {
        page.locator("button:has-text('without a hint')").click();
        var waiting = page.locator("tr:has-text('Waits, look closely') a");
        if (waiting.count() > 0) {
            waiting.first().click();
            button("Settle it");
            assertThat(page.innerText(".govuk-error-summary")).contains("Choose what becomes of it");
            assertThat(Look.at(page, "request-piece-faulty")).isEmpty();
        }
        while (page.url().contains("/pieces/")) {
            page.check("#thirdParty");
            page.check("#treatment-withhold");
            page.selectOption("#ground", "third-party");
            page.fill("#note", "It tells of other people, who have not been asked.");
            button("Settle it");
            assertThat(page.innerText("[role=alert]")).contains("The piece is settled");
        }
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

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

/** An officer draws an audit sample of what was decided today and examines all of it. */
final class SampleWalk {

    private final Page page;
    private final String pages;

    SampleWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/audit-samples";
    }

    void drawAndExamine() {
        page.navigate(pages + "/new");
        button("Draw the sample");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter the first day as a real date");
        assertThat(Look.at(page, "sample-new-faulty")).isEmpty();

        Awaitility.await("two decisions are under a checkpoint")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(this::draw);
        assertThat(page.innerText("#main")).contains("walked-2026", "0 of 2 examined");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        button("Keep the finding");
        assertThat(page.innerText(".govuk-error-summary")).contains("Answer: ");
        assertThat(Look.at(page, "sample-entry-faulty")).isEmpty();

        examine(0);
        examine(2);
        assertThat(page.innerText("#main")).contains("2 of 2 examined", "1 entry with a concern.", "As it should be");
        assertThat(Look.at(page, "sample-done")).isEmpty();
        page.navigate(pages);
        assertThat(page.innerText("#main")).contains("2 of 2");
        assertThat(Look.at(page, "samples-listed")).isEmpty();
    }

    private boolean draw() {
        page.navigate(pages + "/new");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        page.fill("#reason", "Audit of today");
        page.fill("#size", "2");
        page.fill("#seed", "walked-2026");
        for (String field : new String[] {"from", "until"}) {
            page.fill("#" + field, String.valueOf(today.getDayOfMonth()));
            page.fill("#" + field + "-month", String.valueOf(today.getMonthValue()));
            page.fill("#" + field + "-year", String.valueOf(today.getYear()));
        }
        button("Draw the sample");
        return page.innerText("#main").contains("Sample of 2 entries");
    }

    /** Answers yes to everything, or no to the question of this number where there is one. */
    private void examine(int no) {
        Locator questions = page.locator("form fieldset");
        for (int i = 0; i < questions.count(); i++) {
            questions.nth(i).locator("input").nth(i + 1 == no ? 1 : 0).check();
        }
        if (no > 0) {
            page.fill("#note", "The wrong team was asked first.");
        }
        button("Keep the finding");
        assertThat(page.innerText("[role=alert]")).contains("Your finding is kept");
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

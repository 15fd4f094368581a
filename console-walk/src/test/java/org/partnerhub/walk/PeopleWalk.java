package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** An officer goes from Today to two people who may be one, sees them side by side once they said why, and settles it. */
final class PeopleWalk {

    private final Page page;
    private final String console;

    PeopleWalk(Page page, URI console) {
        this.page = page;
        this.console = console.toString();
    }

    void settleTheFirst() {
        page.navigate(console + "/");
        page.locator("a.govuk-task-list__link[href$='/people']").click();
        assertThat(page.innerText("#main")).contains("Nothing but name and date of birth agrees");
        assertThat(page.innerText("#main")).doesNotContain("Alderwick");
        assertThat(Look.at(page, "people-listed")).isEmpty();

        page.locator("#content tbody a").first().click();
        button("Show both side by side");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter why you are looking");
        assertThat(Look.at(page, "people-look-faulty")).isEmpty();

        page.fill("#reason", "Daily review of possible duplicates");
        button("Show both side by side");
        assertThat(page.innerText("#main")).contains("Bryony Alderwick", "14 March 2013", "Alder Row", "Different");
        assertThat(page.title()).doesNotContain("Alderwick");
        assertThat(Look.at(page, "people-side-by-side")).isEmpty();

        button("Settle it");
        assertThat(page.innerText(".govuk-error-summary")).contains("Choose whether they are one person or two");
        assertThat(Look.at(page, "people-settlement-faulty")).isEmpty();

        page.check("#different");
        page.fill("#why", "The school says that they are cousins.");
        button("Settle it");
        assertThat(page.innerText("[role=alert]")).contains("They stay two people");
        assertThat(page.innerText("#main")).contains("No two people wait to be settled.");
        assertThat(Look.at(page, "people-settled")).isEmpty();
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

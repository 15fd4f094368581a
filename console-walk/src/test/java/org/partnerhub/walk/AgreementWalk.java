package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.UUID;

/** An agreement gets new days, and a new one is entered. */
final class AgreementWalk {

    private final Page page;
    private final String pages;

    AgreementWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/agreements";
    }

    void renewTheFirst() {
        page.navigate(pages);
        page.locator("#content tbody a").first().click();
        button("Change the days");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter the last day as a real date");
        assertThat(Look.at(page, "agreement-faulty")).isEmpty();

        day("until", "31", "12", "2036");
        day("reviewOn", "1", "10", "2030");
        page.fill("#reason", "Renewed by the partnership board");
        button("Change the days");
        assertThat(page.innerText("[role=alert]")).contains("has its new days");
        assertThat(page.innerText("#main")).contains("31 December 2036", "Version 2");
        assertThat(Look.at(page, "agreement-one")).isEmpty();
    }

    void enterANewOne() {
        String reference = "ISA-" + UUID.randomUUID();
        page.navigate(pages + "/new");
        assertThat(Look.at(page, "agreement-new")).isEmpty();
        page.fill("#reference", reference);
        page.fill("#partner", "no-such-partner");
        page.check("input[name=purposes][value=education-support]");
        page.check("#categories");
        day("from", "1", "1", "2027");
        day("until", "31", "12", "2027");
        day("reviewOn", "1", "10", "2027");
        page.fill("#signedBy", "Caldicott Guardian");
        button("Enter the agreement");
        assertThat(page.innerText("#main")).contains("partner");
        assertThat(page.isChecked("input[name=purposes][value=education-support]"))
                .isTrue();

        page.fill("#partner", "fenland-academy");
        button("Enter the agreement");
        assertThat(page.innerText("[role=alert]")).contains("is entered and in the disclosure log");
        assertThat(page.innerText("#main")).contains(reference);
    }

    private void day(String field, String day, String month, String year) {
        page.fill("#" + field, day);
        page.fill("#" + field + "-month", month);
        page.fill("#" + field + "-year", year);
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

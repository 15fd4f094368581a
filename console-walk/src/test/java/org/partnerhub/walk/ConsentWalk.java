package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** An officer looks into the register of consents and opens the terms and history of one. */
final class ConsentWalk {

    private final Page page;
    private final String pages;

    ConsentWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/consents";
    }

    void openOne() {
        page.navigate(pages);
        button("Show");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter why you are looking");
        page.selectOption("#state", "given");
        page.selectOption("#purpose", "early-help-support");
        page.fill("#reason", "Quarterly check");
        button("Show");
        page.locator("details summary").first().click();
        assertThat(page.innerText("#main")).contains("In force", "What may be told", "Given, ");
        assertThat(page.url()).endsWith("/console/consents/searches");
        assertThat(Look.at(page, "consents-listed")).isEmpty();
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

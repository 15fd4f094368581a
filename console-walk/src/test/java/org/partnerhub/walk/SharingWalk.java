package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** Sharing without consent, from the approver who authorises it to the other officer who reviews it. */
final class SharingWalk {

    private static final String REASON = "Asking would put the children at risk tonight, as the school nurse was told.";
    private static final String FINDING = "The danger was real, and only what was needed was shared.";

    private final String console;

    SharingWalk(URI console) {
        this.console = console.toString();
    }

    /** Shares what the police told, in the early help hub, for two days. */
    void authorise(Page page, String person) {
        page.navigate(console + "/share-without-consent");
        button(page, "Share without consent");
        assertThat(page.innerText(".govuk-error-summary")).contains("Choose why it cannot wait for consent");
        assertThat(Look.at(page, "sharing-new-faulty")).isEmpty();

        page.fill("#person", person);
        page.selectOption("#purpose", "early-help-support");
        page.check("[value=asking-would-endanger]");
        page.fill("#recipients", "early-help-hub-cambridgeshire");
        for (String category : new String[] {"identity", "safety", "referral"}) {
            page.check("[value=" + category + "]");
        }
        page.fill("#reason", REASON);
        button(page, "Share without consent");
        assertThat(page.innerText("[role=alert]")).contains("It is in force now");
    }

    void ownIsLeftToAnother(Page page) {
        openFirstWaiting(page);
        assertThat(page.innerText("#main")).contains("You authorised this yourself");
    }

    void review(Page page) {
        openFirstWaiting(page);
        assertThat(Look.at(page, "overrides-one")).isEmpty();
        button(page, "Record the finding");
        assertThat(page.innerText(".govuk-error-summary")).contains("Choose whether it was right");
        assertThat(Look.at(page, "overrides-faulty")).isEmpty();

        page.check("#upheld");
        page.fill("#finding", FINDING);
        button(page, "Record the finding");
        assertThat(page.url()).endsWith("/console/sharing-without-consent");
        assertThat(page.innerText("[role=alert]")).contains("You found that it was right");
        assertThat(page.innerText("#main")).contains("Upheld");
        assertThat(Look.at(page, "overrides-reviewed")).isEmpty();
    }

    /** From the page on which everybody arrives. */
    private void openFirstWaiting(Page page) {
        page.navigate(console + "/");
        assertThat(Look.at(page, "today-waiting")).isEmpty();
        page.click("#content a:has-text('without consent')");
        page.locator("[aria-labelledby=waiting] tbody a").first().click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

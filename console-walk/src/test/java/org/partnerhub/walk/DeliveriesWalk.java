package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An operator has what is parked tried again, and pauses a partner and lets it go on. */
final class DeliveriesWalk {

    private final Page page;
    private final String pages;

    DeliveriesWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/deliveries";
    }

    void tryAgainWhatIsParked() {
        Awaitility.await("something is parked")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    page.navigate(pages + "/list?state=parked");
                    return page.locator("[name=ids]").count() > 0;
                });
        page.locator("#content details").first().click();
        assertThat(page.innerText("#main")).contains("Parked", "Waits for a consent", "Attempt 1");
        button("Try the chosen ones again");
        assertThat(page.innerText(".govuk-error-summary")).contains("Choose at least one delivery");
        assertThat(Look.at(page, "deliveries-faulty")).isEmpty();

        page.locator("[name=ids]").first().check();
        page.fill("#reason", "The family signed this morning");
        button("Try the chosen ones again");
        assertThat(page.innerText("[role=alert]")).contains("is tried again now");
        assertThat(Look.at(page, "deliveries-tried-again")).isEmpty();
    }

    void pauseAndLetGoOn(String partner) {
        page.navigate(pages + "/partners/" + partner);
        assertThat(Look.at(page, "partner-one")).isEmpty();
        button("Pause the partner");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter the reason");
        page.fill("#reason", "Their server moves tonight");
        button("Pause the partner");
        assertThat(page.innerText("[role=alert]")).contains("The partner is paused");
        assertThat(Look.at(page, "partner-paused")).isEmpty();
        page.navigate(pages);
        assertThat(page.innerText("[aria-labelledby=attention]")).contains("Paused");

        page.navigate(pages + "/partners/" + partner);
        page.fill("#reason", "It has moved");
        button("Let the partner go on");
        assertThat(page.innerText("[role=alert]")).contains("The partner goes on");
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

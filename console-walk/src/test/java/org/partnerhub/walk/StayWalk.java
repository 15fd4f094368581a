package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An officer finds, among one hospital's stays, one that waits for a person, and says where the child lived before. */
final class StayWalk {

    private final Page page;
    private final String stays;

    StayWalk(Page page, URI console) {
        this.page = page;
        this.stays = console + "/stays";
    }

    void sayWhereTheChildLived() {
        Awaitility.await("a stay waits for a person")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(this::waitsAtTheHospital);
        assertThat(Look.at(page, "stays-of-one-hospital")).isEmpty();
        waiting().first().click();

        button("Keep the answer");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter the role");
        page.check("#residence");
        page.fill("#council", "E06000031");
        page.fill("#by", "duty social worker");
        button("Keep the answer");
        assertThat(page.innerText("[role=alert]")).contains("Your answer is kept");
        Awaitility.await("the rules have been asked again")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    page.reload();
                    return page.innerText("#main").contains("Peterborough")
                            && !page.innerText("#main").contains("What a person must find out");
                });
        assertThat(Look.at(page, "stay-answered")).isEmpty();
    }

    private boolean waitsAtTheHospital() {
        page.navigate(stays);
        if (page.locator("#hospital option").count() < 2) {
            return false;
        }
        page.selectOption("#hospital", "cambridge-university-hospitals");
        button("Show");
        return waiting().count() > 0;
    }

    private Locator waiting() {
        return page.locator("[aria-labelledby=asking] tbody a");
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

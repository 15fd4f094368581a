package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An officer goes through what was told by what the log's entries say, opens one, and takes the list home, as a table and to be verified. */
final class ListingWalk {

    private final Page page;
    private final String log;

    ListingWalk(Page page, URI console) {
        this.page = page;
        this.log = console + "/log";
    }

    void listOpenAndTakeHome(String person) {
        page.navigate(log);
        button("Show");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter why you are looking");
        Awaitility.await("the notice is written into the log")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(this::listedAsSent);
        assertThat(page.innerText("[aria-labelledby=listed]")).doesNotContain(person);
        assertThat(page.url()).endsWith("/console/log/listings");
        assertThat(Look.at(page, "log-listed")).isEmpty();
        assertThat(takenHome("Download as a table (CSV)"))
                .startsWith("at,")
                .contains("domestic-abuse-notice-to-school")
                .doesNotContain(person);
        listed();
        assertThat(takenHome("Download for verification"))
                .startsWith("{\"type\":\"header\",\"form\":\"partner-hub-log-part/1\"")
                .contains("domestic-abuse-notice-to-school", "\"type\":\"checkpoint\"")
                .doesNotContain(person);

        listed();
        assertThat(page.innerText("[aria-labelledby=listed] tbody tr >> nth=0")).contains("Information was sent");
        page.locator("[aria-labelledby=listed] button").first().click();
        assertThat(page.innerText("#main")).contains("2 entries", "Sharing was decided", "Information was sent");
        assertThat(Look.at(page, "log-one-entry")).isEmpty();
    }

    private boolean listedAsSent() {
        listed();
        return page.innerText("#main").contains("Information was sent");
    }

    private void listed() {
        page.navigate(log);
        page.selectOption("#purpose", "domestic-abuse-notice-to-school");
        page.fill("#list-reason", "Quarterly check of notices to schools");
        button("Show");
    }

    private String takenHome(String button) {
        Download file = page.waitForDownload(() -> button(button));
        try (InputStream content = file.createReadStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void button(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}

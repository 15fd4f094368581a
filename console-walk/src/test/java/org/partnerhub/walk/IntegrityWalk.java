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

/** An officer checks the whole log with a checkpoint that was kept, sees who witnesses, and takes a checkpoint home. */
final class IntegrityWalk {

    private final Page page;
    private final String pages;

    IntegrityWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/integrity";
    }

    void check(String witness) {
        page.navigate(pages);
        assertThat(page.innerText("#main")).contains("Checkpoints", "Fenland academy");
        button("Check now");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter why you check the log");
        assertThat(Look.at(page, "integrity-faulty")).isEmpty();

        page.fill("#reason", "Monthly check of the log");
        page.fill("#witness", witness);
        button("Check now");
        Awaitility.await("the check has ended")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> page.locator("#check").count() == 1);
        assertThat(page.innerText("[role=status]"))
                .contains("Every entry is as it was logged", "everything that the witness saw");
        assertThat(Look.at(page, "integrity-checked")).isEmpty();
    }

    void takeACheckpointHome() {
        page.navigate(pages);
        Download file = page.waitForDownload(() ->
                page.locator("[aria-labelledby=checkpoints] tbody a").first().click());
        try (InputStream note = file.createReadStream()) {
            assertThat(new String(note.readAllBytes(), StandardCharsets.UTF_8)).contains("\u2014 ");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

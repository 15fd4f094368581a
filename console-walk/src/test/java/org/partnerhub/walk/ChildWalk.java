package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import org.awaitility.Awaitility;

/** An officer finds a child by name and date of birth, reads what happened, opens one entry, and sees who could be told what. */
final class ChildWalk {

    private final Page page;
    private final String pages;

    ChildWalk(Page page, URI console) {
        this.page = page;
        this.pages = console + "/child";
    }

    void readWhatHappened(String given, String family, LocalDate born) {
        page.navigate(pages);
        button("Find");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter a number, or a name with a date of birth");
        assertThat(Look.at(page, "child-faulty")).isEmpty();

        find(given, family, born);
        assertThat(page.innerText("#main")).contains(family, "born ");
        assertThat(page.url()).endsWith("/console/child/searches");
        assertThat(Look.at(page, "child-found")).isEmpty();
        Awaitility.await("what was told is in the log")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    find(given, family, born);
                    button("Open");
                    return page.innerText("#main").contains("Information was sent");
                });
        assertThat(page.innerText("#main")).contains("Sharing was decided", "An officer looked", "Request 17");
        assertThat(page.title()).doesNotContain(family);
        assertThat(Look.at(page, "child-timeline")).isEmpty();

        page.selectOption("#show", "DISCLOSURES");
        button("Narrow");
        assertThat(page.innerText("#main")).contains("Information was sent").doesNotContain("Sharing was decided");
        button("All of it");
        assertThat(page.innerText("#main")).contains("2 entries", "Sharing was decided", "Relied on");
        assertThat(Look.at(page, "child-one-decision")).isEmpty();
    }

    void seeWhoCouldBeTold(String given, String family, LocalDate born) {
        find(given, family, born);
        button("Open");
        button("Show who could be told what");
        assertThat(page.innerText("#main")).contains("As of ");
    }

    private void find(String given, String family, LocalDate born) {
        page.navigate(pages);
        page.fill("#given", given);
        page.fill("#family", family);
        page.fill("#born", String.valueOf(born.getDayOfMonth()));
        page.fill("#born-month", String.valueOf(born.getMonthValue()));
        page.fill("#born-year", String.valueOf(born.getYear()));
        page.fill("#reason", "Request 17");
        button("Find");
    }

    private void button(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}

package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;

/** The navigation: sections on one line, the section's pages below, both reached and left with the keyboard alone. */
final class NavigationWalk {

    private static final int DESKTOP = 1280;
    private static final String FOCUSED = "() => document.activeElement.textContent.trim()";
    private static final String LINES =
            "() => new Set([...document.querySelectorAll('.hub-pages > li')].map(it => it.offsetTop)).size";

    private final Page page;
    private final String console;

    NavigationWalk(Page page, URI console) {
        this.page = page;
        this.console = console.toString();
    }

    void byKeyboard() {
        page.setViewportSize(DESKTOP, 900);
        page.navigate(console + "/");
        assertThat(page.evaluate(LINES)).as("lines of the navigation").isEqualTo(1);

        tabTo("Disclosures");
        page.keyboard().press("Enter");
        page.waitForURL("**/log");
        assertThat(page.innerText(".hub-pages [aria-current=true]")).isEqualTo("Disclosures");
        assertThat(page.innerText(".hub-section [aria-current=page]")).isEqualTo("Disclosure log");

        tabTo("Integrity");
        page.keyboard().press("Enter");
        page.waitForURL("**/integrity");
        assertThat(page.innerText(".hub-section [aria-current=page]")).isEqualTo("Integrity");

        page.keyboard().press("Tab");
        assertThat(page.evaluate(FOCUSED)).as("first of all").isEqualTo("Skip to main content");
    }

    private void tabTo(String words) {
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            if (page.evaluate(FOCUSED).equals(words)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + words + ".");
    }
}

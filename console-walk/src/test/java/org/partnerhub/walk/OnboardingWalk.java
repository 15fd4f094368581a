package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.UUID;

/** A partner is taken on: one operator proposes, another approves, its client is made and its webhook is tried. */
final class OnboardingWalk {

    /** Another college in each run: a hub that was walked before knows the last. */
    private final String run = UUID.randomUUID().toString().substring(0, 4);

    private final String id = "wisbech-college-" + run;
    private final String college = "Wisbech College " + run + " (invented)";
    private final String pages;
    private final String webhook;

    /**
     * A walk.
     *
     * @param webhook where the new partner's system listens
     */
    OnboardingWalk(URI console, URI webhook) {
        this.pages = console + "/deliveries";
        this.webhook = webhook.toString();
    }

    void propose(Page page) {
        page.navigate(pages);
        page.click("text=Take a partner on");
        page.click("text=Propose a partner");
        assertThat(Look.at(page, "onboarding-new")).isEmpty();
        page.fill("#place-0-id", id + "-safeguarding-lead");
        button(page, "Propose the partner");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.innerText(".govuk-error-summary"))
                .contains("Enter the organisation’s name.", "Enter the name of place 1.");
        assertThat(Look.at(page, "onboarding-new-faulty")).isEmpty();

        fill(page);
        button(page, "Add another place");
        assertThat(page.innerText("#main")).contains("Place 2");
        button(page, "Propose the partner");
        assertThat(page.innerText("[role=alert]")).contains("Nothing happens until another operator approves it");
        assertThat(page.innerText("#main")).contains("You proposed this yourself");
        assertThat(page.locator("#decision").count()).as("they cannot decide").isZero();
        assertThat(Look.at(page, "onboarding-own")).isEmpty();
    }

    private void fill(Page page) {
        page.fill("#partner-id", id);
        page.fill("#name", college);
        page.selectOption("#kind", "college");
        page.fill("#place-0-name", "Designated safeguarding lead, Wisbech College");
        page.selectOption("#place-0-kind", "college");
        page.fill("#place-0-role", "safeguarding-lead");
        page.fill("#place-0-area", "E10000003");
        page.selectOption("#place-0-channel", "webhook");
        page.fill("#place-0-url", webhook);
        page.check("[value='referral.write']");
        page.check("[value='mailbox.read']");
        page.fill("#reason", "The college joined the partnership on 20 November.");
    }

    void approve(Page page) {
        page.navigate(pages.replace("/deliveries", "/"));
        page.click("#content a:has-text('waits for another operator')");
        assertThat(Look.at(page, "onboardings-listed")).isEmpty();
        page.click("text=" + college);
        button(page, "Record the decision");
        assertThat(page.innerText(".govuk-error-summary")).contains("Choose whether you approve it.");
        assertThat(Look.at(page, "onboarding-decision-faulty")).isEmpty();
        page.check("#approved");
        page.fill("#reason", "Address and contact checked by telephone.");
        button(page, "Record the decision");
        assertThat(page.innerText("[role=alert]")).contains("You approved it");
        assertThat(Look.at(page, "onboarding-approved")).isEmpty();
    }

    /** Its secret is on the one page, and gone on the next. */
    void makeItsClient(Page page) {
        String one = page.url();
        page.fill("#reason", "Their engineer is on the telephone.");
        button(page, "Make its client");
        String secret = page.innerText("#secret");
        assertThat(secret).hasSizeGreaterThan(40);
        page.evaluate("() => document.getElementById('secret').textContent = 'shown-once'"); // no secret in a picture
        assertThat(Look.at(page, "onboarding-client-made")).isEmpty();
        page.navigate(one);
        assertThat(page.innerText("#main")).contains("Taken on", "Client made").doesNotContain(secret);
        assertThat(Look.at(page, "onboarding-registered")).isEmpty();
    }

    void test(Page page) {
        page.click("text=Its page among the partners");
        button(page, "Send a test message");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter the reason for the test");
        page.fill("#test-reason", "Before the first referral.");
        button(page, "Send a test message");
        assertThat(page.innerText("[aria-labelledby=test]")).contains("Taken");
        assertThat(Look.at(page, "partner-tested")).isEmpty();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}

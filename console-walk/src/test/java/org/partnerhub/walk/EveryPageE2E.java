package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.signin.StaffRole;

/** Every page in the list, opened in a browser by each role: axe finds nothing, it fits a phone, and others are turned away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageE2E {

    private static final Map<StaffRole, String> STAFF = Map.of(
            StaffRole.GOVERNANCE_OFFICER, "officer.adeyemi",
            StaffRole.GOVERNANCE_APPROVER, "approver.chowdhury",
            StaffRole.OPERATOR, "operator.davies");
    private static final String FINDING = "The danger was real, and only what was needed was shared.";

    private @Nullable Browsing browsing;

    @BeforeAll
    void start() {
        browsing = Browsing.start();
    }

    @AfterAll
    void stop() {
        if (browsing != null) {
            browsing.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachRoleSeesItsOwnPagesWithoutABarrier(StaffRole role) {
        Page page = hub().signedIn(Objects.requireNonNull(STAFF.get(role)));
        for (StaffPage one : StaffPage.values()) {
            Response answer = Objects.requireNonNull(page.navigate(at(one.path())));
            assertThat(answer.status())
                    .as("%s for %s", one, role)
                    .isEqualTo(one.roles().contains(role) ? 200 : 403);
            String name = one.name().toLowerCase(Locale.ROOT) + "-" + role.code();
            assertThat(Look.at(page, name)).as("%s for %s", one, role).isEmpty();
        }
    }

    @Test
    void anOfficerFindsTheirOwnLookInTheLogAndNobodysIdStandsInTheAddress() {
        Page page = hub().signedIn("officer.adeyemi");
        String person = UUID.randomUUID().toString();
        look(page, person);

        assertThat(page.innerText("#main")).contains("1 entry", "An officer looked", "request 17");
        assertThat(page.url()).endsWith("/console/log/searches");
        assertThat(page.title()).doesNotContain(person);
        assertThat(Look.at(page, "log-found")).isEmpty();
    }

    @Test
    void anIncompleteFormSaysWhatToMendWithoutScriptToo() {
        Page page = hub().signedIn("officer.adeyemi");
        page.navigate(at("/log"));
        button(page, "Look in the log");

        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter why you are looking");
        assertThat(Look.at(page, "log-faulty")).isEmpty();
    }

    @Test
    void anApproverSeesWhoCouldBeToldWhatAndWhy() {
        Page page = hub().signedIn("approver.chowdhury");
        page.navigate(at("/who-could-be-told"));
        page.fill("#subject", hub().personTheyJustHeardOf());
        page.fill("#reason", "request 17");
        page.fill("#purpose", "early-help-support");
        button(page, "Show who could be told what");
        assertThat(page.innerText("#main")).contains("As of ", "Nothing", "Withheld:", "Nobody has consented to this.");
        assertThat(Look.at(page, "prospects-withheld")).isEmpty();

        page.fill("#purpose", "domestic-abuse-notice-to-school");
        button(page, "Show who could be told what");
        assertThat(page.innerText("#main"))
                .contains("Everything", "Told:", "Statutory duty")
                .doesNotContain("Withheld:");
        assertThat(Look.at(page, "prospects-found")).isEmpty();
    }

    @Test
    void sharingWithoutConsentIsReviewedByAnotherOfficerThanTheOneWhoAuthorisedIt() {
        StaffCalls.authoriseSharing(hub(), "approver.chowdhury");
        Page own = hub().signedIn("approver.chowdhury");
        openFirstWaiting(own);
        assertThat(own.innerText("#main")).contains("You authorised this yourself");

        Page other = hub().signedIn("officer.brook");
        openFirstWaiting(other);
        assertThat(Look.at(other, "overrides-one")).isEmpty();
        button(other, "Record the finding");
        assertThat(other.innerText(".govuk-error-summary")).contains("Choose whether it was right");
        assertThat(Look.at(other, "overrides-faulty")).isEmpty();

        other.check("#upheld");
        other.fill("#finding", FINDING);
        button(other, "Record the finding");
        assertThat(other.url()).endsWith("/console/sharing-without-consent");
        assertThat(other.innerText("[role=alert]")).contains("You found that it was right");
        assertThat(other.innerText("#main")).contains("Nothing waits for review.", "Upheld");
        assertThat(Look.at(other, "overrides-reviewed")).isEmpty();
    }

    @Test
    void anAgreementIsGivenNewDaysAndANewOneIsEntered() {
        Page page = hub().signedIn("officer.brook");
        page.navigate(at("/agreements"));
        page.locator("#content tbody a").first().click();
        button(page, "Change the days");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter the last day as a real date");
        assertThat(Look.at(page, "agreement-faulty")).isEmpty();

        day(page, "until", "31", "12", "2036");
        day(page, "reviewOn", "1", "10", "2030");
        page.fill("#reason", "Renewed by the partnership board");
        button(page, "Change the days");
        assertThat(page.innerText("[role=alert]")).contains("has its new days");
        assertThat(page.innerText("#main")).contains("31 December 2036", "Version 2");
        assertThat(Look.at(page, "agreement-one")).isEmpty();

        String reference = "ISA-" + UUID.randomUUID();
        page.navigate(at("/agreements/new"));
        assertThat(Look.at(page, "agreement-new")).isEmpty();
        page.fill("#reference", reference);
        page.fill("#partner", "fenland-academy");
        page.fill("#purposes", "no-such-purpose");
        page.check("#categories");
        day(page, "from", "1", "1", "2027");
        day(page, "until", "31", "12", "2027");
        day(page, "reviewOn", "1", "10", "2027");
        page.fill("#signedBy", "Caldicott Guardian");
        button(page, "Enter the agreement");
        assertThat(page.innerText("#main")).contains("purpose");
        page.fill("#purposes", "education-support");
        button(page, "Enter the agreement");
        assertThat(page.innerText("[role=alert]")).contains("is entered and in the disclosure log");
        assertThat(page.innerText("#main")).contains(reference);
    }

    @Test
    void anAuditSampleIsDrawnAndExaminedEntryByEntry() {
        StaffCalls.authoriseSharing(hub(), "approver.chowdhury"); // something has been decided
        new SampleWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).drawAndExamine();
    }

    @Test
    void aRequestForAccessIsAnsweredByAPack() {
        new RequestWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console())
                .answerFor(hub().personTheyJustHeardOf());
    }

    @Test
    void aBreachIsReportedFromADisclosure() {
        hub().personTheyJustHeardOf();
        new BreachWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).report();
    }

    @Test
    void aStayShowsItsClocksAndWhatTheRulesConcluded() {
        hub().aLongStayBegins();
        Page page = hub().signedIn("operator.davies");
        Awaitility.await("the rules have been asked")
                .pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> {
                    page.navigate(at("/stays"));
                    return page.locator("#content tbody a").count() > 0;
                });
        assertThat(Look.at(page, "stays-listed")).isEmpty();

        page.locator("#content tbody a").first().click();
        assertThat(page.innerText("#main"))
                .contains("Admitted", "Twelve weeks: notice is due", "What the rules concluded, and why", "Notices");
        assertThat(Look.at(page, "stay-one")).isEmpty();
    }

    @Test
    void anOperatorTriesAgainWhatIsParkedAndPausesAPartner() {
        hub().aReferralWaitsForConsent();
        var walk = new DeliveriesWalk(
                hub().signedIn("operator.davies"), hub().addresses().console());
        walk.tryAgainWhatIsParked();
        walk.pauseAndLetGoOn("fenland-academy");
    }

    private static void day(Page page, String field, String day, String month, String year) {
        page.fill("#" + field, day);
        page.fill("#" + field + "-month", month);
        page.fill("#" + field + "-year", year);
    }

    @Test
    void whoeverIsIdleIsWarnedAndMayStay() {
        Page page = hub().signedIn("officer.adeyemi");
        page.clock().install();
        page.navigate(at("/log"));
        page.clock().fastForward("14:00");
        page.waitForSelector("#idle-warning[open]");
        assertThat(Look.at(page, "idle-warning")).isEmpty();

        button(page, "Stay signed in");
        page.waitForSelector(
                "#idle-warning:not([open])", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.clock().fastForward("15:01");
        page.waitForURL(at("/signed-out"));
    }

    @Test
    void signingOutEndsTheSession() {
        Page page = hub().signedIn("operator.davies");
        button(page, "Sign out everywhere");
        page.waitForURL(at("/signed-out*"));
        assertThat(Look.at(page, "signed-out")).isEmpty();

        page.navigate(at("/"));
        assertThat(page.url()).contains("/realms/partner-hub/");
    }

    private void openFirstWaiting(Page page) {
        page.navigate(at("/sharing-without-consent"));
        page.locator("[aria-labelledby=waiting] tbody a").first().click();
    }

    private void look(Page page, String person) {
        page.navigate(at("/log"));
        page.fill("#subject", person);
        page.fill("#reason", "request 17");
        button(page, "Look in the log");
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private String at(String path) {
        return hub().addresses().console() + path;
    }

    private Browsing hub() {
        return Objects.requireNonNull(browsing);
    }
}

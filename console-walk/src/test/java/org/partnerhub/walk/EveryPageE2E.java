package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import java.time.LocalDate;
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
    void aBrowserWithoutScriptDoesTheSame() {
        Page page = hub().signedInWithoutScript("officer.adeyemi");
        page.navigate(at("/log"));
        button(page, "Look in the log");
        assertThat(page.innerText(".govuk-error-summary")).contains("Enter why you are looking");

        page.fill("#subject", UUID.randomUUID().toString());
        page.fill("#reason", "request 18");
        button(page, "Look in the log");
        assertThat(page.innerText("#main")).contains("1 entry", "An officer looked", "request 18");
        button(page, "Sign out everywhere");
        page.waitForURL(at("/signed-out*"));
    }

    @Test
    void anIncompleteFormSaysWhatToMendAndLeadsToItByKeyboard() {
        Page page = hub().signedIn("officer.adeyemi");
        page.navigate(at("/log"));
        button(page, "Look in the log");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("govuk-error-summary");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("subject");

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
        page.selectOption("#purpose", "early-help-support");
        button(page, "Show who could be told what");
        assertThat(page.innerText("#main")).contains("As of ", "Nothing", "Withheld:", "Nobody has consented to this.");
        assertThat(Look.at(page, "prospects-withheld")).isEmpty();

        page.selectOption("#purpose", "domestic-abuse-notice-to-school");
        button(page, "Show who could be told what");
        assertThat(page.innerText("#main"))
                .contains("Everything", "Told:", "Statutory duty")
                .doesNotContain("Withheld:");
        assertThat(Look.at(page, "prospects-found")).isEmpty();
    }

    @Test
    void disclosuresAreListedByWhatTheySayAndOneIsOpened() {
        String person = hub().personTheyJustHeardOf();
        new ListingWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).listOpenAndTakeHome(person);
    }

    @Test
    void sharingWithoutConsentIsReviewedByAnotherOfficerThanTheOneWhoAuthorisedIt() {
        SharingWalk walk = new SharingWalk(hub().addresses().console());
        Page approver = hub().signedIn("approver.chowdhury");
        walk.authorise(approver, hub().personTheyJustHeardOf());
        walk.ownIsLeftToAnother(approver);
        walk.review(hub().signedIn("officer.brook"));
    }

    @Test
    void anAgreementIsGivenNewDaysAndANewOneIsEntered() {
        AgreementWalk walk = new AgreementWalk(
                hub().signedIn("officer.brook"), hub().addresses().console());
        walk.renewTheFirst();
        walk.enterANewOne();
    }

    @Test
    void anAuditSampleIsDrawnAndExaminedEntryByEntry() {
        hub().personTheyJustHeardOf(); // something has been decided
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
    void aConsentIsFoundInTheRegisterWithItsTermsAndHistory() {
        hub().aFamilyAgrees();
        new ConsentWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).openOne();
    }

    @Test
    void aChildIsFoundByNameAndTheirTimelineRead() {
        hub().personTheyJustHeardOf(); // Wren Fenwick, of the published example
        LocalDate born = LocalDate.of(2011, 3, 14);
        var walk = new ChildWalk(
                hub().signedIn("officer.adeyemi"), hub().addresses().console());
        walk.readWhatHappened("Wren", "Fenwick", born);
        walk.seeWhoCouldBeTold("Wren", "Fenwick", born);
    }

    @Test
    void twoWhoMayBeOneAreSeenSideBySideAndSettled() {
        hub().twoWhoMayBeOne();
        new PeopleWalk(hub().signedIn("officer.brook"), hub().addresses().console()).settleTheFirst();
    }

    @Test
    void theNavigationIsWalkedByKeyboard() {
        new NavigationWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).byKeyboard();
    }

    @Test
    void theWholeLogIsCheckedWithACheckpointThatAPartnerKept() {
        hub().personTheyJustHeardOf();
        String kept = hub().checkpointOfTheSchool();
        var walk = new IntegrityWalk(
                hub().signedIn("officer.adeyemi"), hub().addresses().console());
        walk.check(kept);
        walk.takeACheckpointHome();
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
    void anUnclearCouncilIsSettledByWhoFoundOut() {
        hub().aStayWhoseCouncilIsUnclearBegins();
        new StayWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).sayWhereTheChildLived();
    }

    @Test
    void theReportsAreReadAndPrinted() {
        hub().aFamilyAgrees();
        hub().personTheyJustHeardOf();
        new ReportWalk(hub().signedIn("officer.adeyemi"), hub().addresses().console()).readThemAll();
    }

    @Test
    void anOperatorTriesAgainWhatIsParkedAndPausesAPartner() {
        hub().aReferralWaitsForConsent();
        var walk = new DeliveriesWalk(
                hub().signedIn("operator.davies"), hub().addresses().console());
        walk.tryAgainWhatIsParked();
        walk.pauseAndLetGoOn("fenland-academy");
    }

    @Test
    void aPartnerIsTakenOnByTwoOperatorsAndItsSecretIsShownOnce() {
        var walk = new OnboardingWalk(hub().addresses().console(), hub().aWebhook());
        walk.propose(hub().signedIn("operator.davies"));
        Page second = hub().signedIn("operator.ellis");
        walk.approve(second);
        walk.makeItsClient(second);
        walk.test(second);
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

    @Test
    void aSessionThatEndsInKeycloakEndsHereToo() {
        Page page = hub().signedIn("operator.davies");
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(hub().addresses().issuer() + "/protocol/openid-connect/logout");
        elsewhere.click("#kc-logout");
        elsewhere.waitForURL("**/logout/logout-confirm*");

        page.navigate(at("/"));
        assertThat(page.url()).contains("/realms/partner-hub/");
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

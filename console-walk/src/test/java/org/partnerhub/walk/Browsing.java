package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.partnerhub.embedded.PartsFolder;
import org.partnerhub.quickstart.DemoPartners;
import org.partnerhub.quickstart.DemoSecrets;
import org.partnerhub.quickstart.Hub;
import org.partnerhub.quickstart.HubAddresses;
import org.partnerhub.quickstart.partner.PartnerClient;
import tools.jackson.databind.json.JsonMapper;

/** A hub of its own and a browser in front of it. */
final class Browsing implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private final PartsFolder folder;
    private final DemoPartners partners;
    private final Hub hub;
    private final Playwright playwright;
    private final Browser browser;

    private Browsing(PartsFolder folder) {
        this.folder = folder;
        HubAddresses addresses = new HubAddresses(folder);
        this.partners = DemoPartners.start(addresses);
        this.hub = Hub.start(folder, partners.channels(), progress -> {});
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    /** Skips the test, saying so, where there is no browser. */
    static Browsing start() {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM), "no " + CHROMIUM + " here: install it to walk the console's pages");
        return new Browsing(PartsFolder.withAnyPorts(Path.of("target", "hub-walked")));
    }

    HubAddresses addresses() {
        return hub.addresses();
    }

    PartsFolder folder() {
        return folder;
    }

    /** Where a partner's system listens that takes whatever the hub signed. */
    URI aWebhook() {
        return URI.create(
                Objects.requireNonNull(partners.channels().get("hub.channels.fenland-academy-safeguarding-lead.url")));
    }

    /** A browser without a past in which somebody has just signed in to the console. */
    Page signedIn(String user) {
        return signedIn(user, stranger());
    }

    /** The same in a browser that runs no script. */
    Page signedInWithoutScript(String user) {
        return signedIn(
                user,
                browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                        .newPage());
    }

    private Page signedIn(String user, Page page) {
        page.navigate(hub.addresses().console() + "/");
        signIn(page, user, DemoSecrets.ofStaff(user));
        page.waitForURL(hub.addresses().console() + "/**");
        return page;
    }

    /** A browser without a past. */
    Page stranger() {
        return browser.newContext().newPage();
    }

    /** Fills in Keycloak's own form. */
    static void signIn(Page page, String user, String password) {
        page.fill("#username", user);
        page.fill("#password", password);
        page.click("#kc-login");
    }

    /** Somebody whom the police have just told the hub of, by the hub's id. */
    String personTheyJustHeardOf() {
        Object incident =
                new JsonMapper().readTree(Browsing.class.getResourceAsStream("/examples/referral-incident.json"));
        return partners.client("cambridgeshire-constabulary")
                .post("/referrals", incident)
                .body()
                .path("person")
                .asString();
    }

    /** The latest checkpoint, fetched and kept by a partner, once there is one. */
    String checkpointOfTheSchool() {
        return Awaitility.await("there is a checkpoint")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> partners.client("fenland-academy")
                                .get("/log/checkpoint")
                                .response(),
                        it -> it.statusCode() == 200)
                .body();
    }

    /** A school refers an invented child with what the family agreed to. */
    void aFamilyAgrees() {
        Object referral = new JsonMapper().readTree(Browsing.class.getResourceAsStream("/examples/referral.json"));
        PartnerClient.Answer told = partners.client("fenland-academy").post("/referrals", referral);
        assertThat(told.status()).as(told.response().body()).isIn(201, 202);
    }

    /** A school refers an invented child whose family has not been asked yet. */
    void aReferralWaitsForConsent() {
        refer(Map.of(
                "nhsNumber",
                "9990007012",
                "name",
                Map.of("given", List.of("Sorrel"), "family", "Tindall"),
                "birthDate",
                "2012-05-09",
                "authority",
                "E10000003"));
    }

    /** A school refers an invented child twice, at two addresses and without a number: the hub cannot know whether they are one. */
    void twoWhoMayBeOne() {
        refer(bryonyOf("3 Alder Row", "PE15 8ZZ"));
        refer(bryonyOf("40 Elsewhere Close", "CB1 1ZZ"));
    }

    private static Map<String, Object> bryonyOf(String line, String postcode) {
        return Map.of(
                "nhsNumberAbsent",
                "not-known",
                "name",
                Map.of("given", List.of("Bryony"), "family", "Alderwick"),
                "birthDate",
                "2013-03-14",
                "address",
                Map.of("lines", List.of(line), "postcode", postcode),
                "authority",
                "E10000003");
    }

    private void refer(Map<String, Object> subject) {
        Map<String, Object> referral = Map.of(
                "subject",
                subject,
                "kind",
                "request",
                "asks",
                List.of(Map.of("purpose", "early-help-support")),
                "reason",
                "Has missed eleven mornings this term.",
                "themes",
                List.of("education"),
                "urgency",
                "routine");
        PartnerClient.Answer told = partners.client("fenland-academy").post("/referrals", referral);
        assertThat(told.status()).as(told.response().body()).isIn(201, 202);
    }

    /** A hospital tells of a child who will stay for months. */
    void aLongStayBegins() {
        Object admission = new JsonMapper().readTree(Browsing.class.getResourceAsStream("/examples/admission.json"));
        PartnerClient.Answer told =
                partners.client("cambridge-university-hospitals").post("/admissions", admission);
        assertThat(told.status()).as(told.response().body()).isIn(201, 202);
    }

    /** A hospital tells of a stay and cannot say clearly where the child lived before: a person must find out. */
    void aStayWhoseCouncilIsUnclearBegins() {
        Map<String, Object> admission = new HashMap<>();
        new JsonMapper()
                .readTree(Browsing.class.getResourceAsStream("/examples/admission.json"))
                .properties()
                .forEach(it -> admission.put(it.getKey(), it.getValue()));
        admission.put("visitNumber", "V-INVENTED-205");
        admission.put(
                "subject",
                Map.of(
                        "nhsNumber",
                        "9990007039",
                        "name",
                        Map.of("given", List.of("Linnet"), "family", "Harrowgate"),
                        "birthDate",
                        "2012-02-11",
                        "authority",
                        "E10000003"));
        admission.put("ordinaryResidence", Map.of("noFixedAbode", false));
        PartnerClient.Answer told =
                partners.client("cambridge-university-hospitals").post("/admissions", admission);
        assertThat(told.status()).as(told.response().body()).isIn(201, 202);
    }

    @Override
    public void close() {
        playwright.close();
        hub.close();
        partners.close();
        folder.close();
    }
}

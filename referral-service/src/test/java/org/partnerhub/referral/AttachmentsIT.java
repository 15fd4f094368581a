package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AttachmentsIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String PDF = "application/pdf";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @AfterEach
    void theScannerAnswersAgain() {
        service.scanner().is(ClamdPlayed.Mood.ANSWERS);
    }

    @Test
    void aFileThatTheScannerPassedIsNamedByTheStoryAndReadUnderAPermit() throws Exception {
        String person = person();
        byte[] bytes = Files.pdf("A plan " + UUID.randomUUID());

        Reply added = add(SCHOOL, person, "plan", "Edie's plan.pdf", PDF, bytes);

        assertThat(added.status()).isEqualTo(201);
        PublishedAnswers.assertFits("attachmentTaken", added.text());
        String id = added.json().path("id").asString();
        becomes(person, id, "passed");
        JsonNode told = story(person);
        assertThat(Schemas.bundled().violations("disclosure", told)).isEmpty();
        assertThat(told.at("/content/plan/attachments/0/id").asString()).isEqualTo(id);
        assertThat(told.at("/content/plan/attachments/0/name").asString()).isEqualTo("Edie's plan.pdf");
        HttpResponse<byte[]> read = read("cpft", person, id);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(bytes);
        assertThat(read.headers().firstValue("Content-Type")).contains(PDF);
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        DisclosureSettled settled = service.events()
                .expect(1, DisclosureSettled.class, "attachment/" + id)
                .getFirst();
        assertThat(settled.outcome()).isEqualTo(DisclosureSettled.Outcome.DELIVERED);
        assertThat(settled.contentHash()).isEqualTo(sha256(bytes));
        assertThat(service.siblings().asked().getFirst().categories()).containsExactly(Category.PLAN);
    }

    @Test
    void aFileFollowsTheCategoryThatItIsUnder() {
        String person = person();
        String id = passed(person, "police", Files.pdf("Officers " + UUID.randomUUID()));
        service.siblings().withhold(Category.POLICE);

        assertThat(story(person).toString()).doesNotContain(id);
        HttpResponse<byte[]> refused = read("cpft", person, id);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("not-permitted", "consent");
    }

    @Test
    void aFileIsReadOnlyWithThePersonWhoseItIs() {
        String id = passed(person(), "plan", Files.pdf("Somebody's " + UUID.randomUUID()));

        assertThat(read("cpft", person(), id).statusCode()).isEqualTo(404);
        assertThat(read("cpft", person(), UUID.randomUUID().toString()).statusCode())
                .isEqualTo(404);
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(
                        "a program called PDF", "plan.pdf", PDF, Files.windowsProgram(), "attachment-type-not-taken"),
                Arguments.of(
                        "a program",
                        "setup.exe",
                        "application/x-msdownload",
                        Files.windowsProgram(),
                        "attachment-type-not-taken"),
                Arguments.of(
                        "a Linux program called PNG",
                        "a.png",
                        "image/png",
                        Files.linuxProgram(),
                        "attachment-type-not-taken"),
                Arguments.of("Word with macros", "a.docx", WORD, Files.wordWithMacros(), "attachment-type-not-taken"),
                Arguments.of("a page called PDF", "a.pdf", PDF, Files.page(), "attachment-type-not-taken"),
                Arguments.of("an image called PDF", "a.pdf", PDF, Files.png(), "attachment-not-what-it-says"),
                Arguments.of("a PDF called image", "a.png", PDF, Files.pdf("x"), "attachment-not-what-it-says"),
                Arguments.of(
                        "a PDF sent as an image", "a.pdf", "image/png", Files.pdf("x"), "attachment-not-what-it-says"),
                Arguments.of(
                        "a PDF with a second ending", "a.pdf.exe", PDF, Files.pdf("x"), "attachment-not-what-it-says"));
    }

    @ParameterizedTest(name = "{0} is turned away")
    @MethodSource("bad")
    void whatIsNotWhatItSaysIsTurnedAway(String what, String name, String type, byte[] bytes, String problem) {
        String person = person();

        Reply refused = add(SCHOOL, person, "plan", name, type, bytes);

        assertThat(refused.status()).as(what).isEqualTo(415);
        assertThat(refused.json().path("type").asString()).endsWith(problem);
        PublishedAnswers.assertFits("problem", refused.text());
        assertThat(own(person)).isEmpty();
    }

    @Test
    void wordAndImagesAreTaken() {
        String person = person();

        assertThat(add(SCHOOL, person, "plan", "a.docx", WORD, Files.word()).status())
                .isEqualTo(201);
        assertThat(add(SCHOOL, person, "plan", "a.doc", "application/msword", Files.word97("WordDocument"))
                        .status())
                .isEqualTo(201);
        assertThat(add(SCHOOL, person, "voice", "a.jpeg", "image/jpeg", Files.jpeg())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void anInfectedFileIsNeverReleasedAndItsBytesAreGone() {
        String person = person();
        byte[] bytes = Files.pdf(ClamdPlayed.EICAR);

        String id = add(SCHOOL, person, "plan", "plan.pdf", PDF, bytes)
                .json()
                .path("id")
                .asString();

        becomes(person, id, "infected");
        assertThat(story(person).toString()).doesNotContain(id);
        assertThat(read("cpft", person, id).statusCode()).isEqualTo(404);
        await("the bytes are dropped")
                .atMost(SOON)
                .until(() -> service.database()
                        .sql("""
                        select bytes is null from attachment join attachment_content using (hash) where id = ?::uuid""")
                        .param(id)
                        .query(Boolean.class)
                        .single());
        assertThat(service.database()
                        .sql("select finding from attachment join attachment_content using (hash) where id = ?::uuid")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Eicar-Signature");
    }

    @ParameterizedTest
    @EnumSource(names = {"HANGS_UP", "SAYS_ERROR"})
    void whileTheScannerIsDownAFileIsKeptAndNotReleasedAndItIsTriedAgain(ClamdPlayed.Mood down) {
        String person = person();
        service.scanner().is(down);
        int before = service.scanner().calls();

        String id = add(SCHOOL, person, "plan", "plan.pdf", PDF, Files.pdf("Waits " + UUID.randomUUID()))
                .json()
                .path("id")
                .asString();

        await("it was tried twice").atMost(SOON).until(() -> service.scanner().calls() >= before + 2);
        assertThat(scan(person, id)).isEqualTo("waiting-for-scan");
        assertThat(read("cpft", person, id).statusCode()).isEqualTo(404);
        assertThat(story(person).toString()).doesNotContain(id);
        service.scanner().is(ClamdPlayed.Mood.ANSWERS);
        becomes(person, id, "passed");
        assertThat(read("cpft", person, id).statusCode()).isEqualTo(200);
    }

    @Test
    void tenMegabytesAreTakenAndOneByteMoreIsNot() {
        String person = person();
        int limit = 10 * 1024 * 1024;

        Reply most = add(SCHOOL, person, "plan", "plan.pdf", PDF, Files.pdf(limit));
        Reply more = add(SCHOOL, person, "plan", "plan.pdf", PDF, Files.pdf(limit + 1));

        assertThat(most.status()).isEqualTo(201);
        assertThat(more.status()).isEqualTo(413);
        assertThat(more.json().path("detail").asString()).contains("10485760");
        becomes(person, most.json().path("id").asString(), "passed");
        assertThat(read("cpft", person, most.json().path("id").asString()).body())
                .hasSize(limit);
    }

    @Test
    void theSameBytesLieOnceAndStayUntilNobodyHasThem() {
        byte[] bytes = Files.pdf("The same " + UUID.randomUUID());
        String first = passed(person(), "plan", bytes);
        String second = passed(person(), "education", bytes);

        assertThat(first).isNotEqualTo(second);
        assertThat(service.database()
                        .sql("select count(distinct hash) from attachment where id in (?::uuid, ?::uuid)")
                        .params(first, second)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameKeyAddsOnce() {
        String person = person();
        String key = UUID.randomUUID().toString();
        byte[] bytes = Files.pdf("Once " + UUID.randomUUID());

        Reply first = add(SCHOOL, person, key, "plan", "plan.pdf", PDF, bytes);
        Reply second = add(SCHOOL, person, key, "plan", "plan.pdf", PDF, bytes);
        Reply other = add(SCHOOL, person, key, "plan", "plan.pdf", PDF, Files.pdf("Other"));

        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(own(person)).hasSize(1);
    }

    @Test
    void whoeverSentAFileTakesItBackAndNobodyElseCan() {
        String person = person();
        String id = passed(person, "plan", Files.pdf("Another child's " + UUID.randomUUID()));
        story(person);
        String retraction = "/people/" + person + "/attachments/" + id + "/retraction";

        assertThat(service.post("cpft", retraction, "").status()).isEqualTo(404);
        assertThat(read("cpft", person, id).statusCode()).isEqualTo(200);
        assertThat(service.post(SCHOOL, retraction, "").status()).isEqualTo(204);
        assertThat(service.post(SCHOOL, retraction, "").status()).isEqualTo(204);

        assertThat(read("cpft", person, id).statusCode()).isEqualTo(404);
        assertThat(story(person).toString()).doesNotContain(id);
        assertThat(own(person).path(0).path("takenBack").asBoolean()).isTrue();
    }

    @Test
    void whoHasNothingToDoWithSomebodyLearnsNothingByAddingAFile() {
        Reply known = add("cambridgeshire-constabulary", person(), "police", "a.pdf", PDF, Files.pdf("x"));
        Reply unknown = add(
                "cambridgeshire-constabulary", UUID.randomUUID().toString(), "police", "a.pdf", PDF, Files.pdf("x"));

        assertThat(known.status()).isEqualTo(404);
        assertThat(withoutCorrelation(known)).isEqualTo(withoutCorrelation(unknown));
        assertThat(service.get("cambridgeshire-constabulary", "/people/" + person() + "/attachments")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aPartnerListsItsOwnFilesAlone() {
        String person = person();
        passed(person, "plan", Files.pdf("The school's " + UUID.randomUUID()));
        story(person);

        Reply others = service.get("cpft", "/people/" + person + "/attachments");

        assertThat(others.status()).isEqualTo(200);
        assertThat(others.json().path("items")).isEmpty();
        assertThat(service.get(SCHOOL, "/people/" + person + "/attachments").text())
                .doesNotContain("plan.pdf");
    }

    @Test
    void eachCallNeedsItsScopeAndWhatIsMissingIsNamed() {
        String person = person();
        TestIssuer issuer = TestIssuer.shared();
        String readOnly = issuer.partner(SCHOOL, "referral.read").signed();
        String writeOnly = issuer.partner(SCHOOL, "referral.write").signed();
        String path = "/people/" + person + "/attachments";

        assertThat(service.call(file(path + "?category=plan", readOnly, "a.pdf", PDF, Files.pdf("x")))
                        .status())
                .isEqualTo(403);
        assertThat(service.call(service.request(path, writeOnly).GET()).status())
                .isEqualTo(403);
        assertThat(service.call(service.request(path + "/" + UUID.randomUUID() + "?purpose=x", readOnly)
                                .GET())
                        .status())
                .isEqualTo(403);
        assertThat(add(SCHOOL, person, "identity", "a.pdf", PDF, Files.pdf("x"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/category");
        assertThat(add(SCHOOL, person, "plan", "", PDF, Files.pdf("x"))
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/Content-Disposition");
    }

    private String passed(String person, String category, byte[] bytes) {
        String id = add(SCHOOL, person, category, "plan.pdf", PDF, bytes)
                .json()
                .path("id")
                .asString();
        becomes(person, id, "passed");
        return id;
    }

    private void becomes(String person, String id, String scan) {
        await("the scan of the file").atMost(SOON).until(() -> scan(person, id).equals(scan));
    }

    private String scan(String person, String id) {
        return own(person)
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .map(it -> it.path("scan").asString())
                .findFirst()
                .orElse("absent");
    }

    private JsonNode own(String person) {
        Reply own = service.get(SCHOOL, "/people/" + person + "/attachments");
        PublishedAnswers.assertFits("ownAttachments", own.text());
        return own.json().path("items");
    }

    private JsonNode story(String person) {
        return service.get("cpft", "/people/" + person + "/story?purpose=mental-health-specialist")
                .json();
    }

    private Reply add(String partner, String person, String category, String name, String type, byte[] bytes) {
        return add(partner, person, UUID.randomUUID().toString(), category, name, type, bytes);
    }

    private Reply add(
            String partner, String person, String key, String category, String name, String type, byte[] bytes) {
        String path = "/people/" + person + "/attachments?category=" + category;
        return service.call(
                file(path, service.token(partner), name, type, bytes).setHeader("Idempotency-Key", key));
    }

    private HttpRequest.Builder file(String path, String token, String name, String type, byte[] bytes) {
        return service.request(path, token)
                .setHeader("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
    }

    private HttpResponse<byte[]> read(String partner, String person, String id) {
        URI path = service.request(
                        "/people/" + person + "/attachments/" + id + "?purpose=mental-health-specialist", "-")
                .build()
                .uri();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(path)
                            .header("Authorization", "Bearer " + service.token(partner))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String person() {
        return service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString())
                .json()
                .path("person")
                .asString();
    }

    private static JsonNode withoutCorrelation(Reply reply) {
        return ((ObjectNode) reply.json()).without("correlationId").without("instance");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

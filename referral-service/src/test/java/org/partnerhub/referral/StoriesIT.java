package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StoriesIT {

    private static final String SCHOOL = "fenland-academy";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void whatEachAddsStandsBesideTheOthersWithNameAndTime() {
        String person = person();
        Instant before = Instant.now().minusSeconds(5);

        Reply added = add(SCHOOL, person, statement("education", "From the school."));
        story("cpft", person);
        Reply second = add("cpft", person, statement("education", "From CAMHS."));

        assertThat(added.status()).isEqualTo(201);
        PublishedAnswers.assertFits("contributionTaken", added.text());
        assertThat(added.text()).doesNotContain("From the school");
        assertThat(second.status()).isEqualTo(201);
        JsonNode told = story("cpft", person).at("/content/education/contributions");
        assertThat(told.valueStream()
                        .map(it ->
                                it.path("text").asString() + " " + it.path("by").asString()))
                .containsExactly(
                        "Attendance 41 per cent. fenland-academy",
                        "From the school. fenland-academy",
                        "From CAMHS. cpft");
        assertThat(Instant.parse(told.path(2).path("at").asString())).isAfter(before);
    }

    @Test
    void everythingThatAStoryHoldsIsToldBackAsItWasGiven() {
        String person = person();
        ObjectNode whole = Bodies.object("""
                {"story": {"voice": "Mornings are better.",
                  "needs": [{"theme": "education", "text": "A way back into maths."}],
                  "strengths": ["Draws every day."],
                  "professionals": [{"name": "An invented nurse", "role": "school nurse", "organisation": "Fenland Academy"}],
                  "leadProfessional": {"name": "An invented tutor", "role": "tutor", "organisation": "Fenland Academy"},
                  "plan": [{"what": "Meets the tutor at the gate", "measuredBy": "registers", "who": "the tutor",
                            "towards": "education", "dueOn": "2027-01-15"}],
                  "progress": [
                    {"tool": "outcomes-star", "star": "family-star-plus", "takenOn": "2026-11-20",
                     "areas": [{"area": "family-routine", "reading": 5}]},
                    {"tool": "map", "takenOn": "2026-11-20", "goals": [{"goal": "Five mornings", "reading": 4}]},
                    {"tool": "distance-travelled", "takenOn": "2026-11-20", "themes": [{"theme": "education", "reading": 6}]}],
                  "earlyHelpAssessment": {"goingWell": "a", "notGoingWell": "b", "needsToHappen": "c", "nextSteps": "d",
                     "permission": {"capacity": "gillick-competent", "obtainedOn": "2026-11-20"}}}}""");

        assertThat(add(SCHOOL, person, whole).status()).isEqualTo(201);

        JsonNode told = story("cpft", person);
        assertThat(Schemas.bundled().violations("disclosure", told)).isEmpty();
        JsonNode plan = told.at("/content/plan");
        assertThat(plan.at("/needs/0/told").toString()).contains("education", "A way back into maths.");
        assertThat(plan.at("/strengths/0/told").asString()).isEqualTo("Draws every day.");
        assertThat(plan.at("/actions/0/told/dueOn").asString()).isEqualTo("2027-01-15");
        assertThat(plan.at("/progress")
                        .valueStream()
                        .map(it -> it.at("/told/tool").asString()))
                .containsExactly("outcomes-star", "map", "distance-travelled");
        assertThat(plan.at("/progress/0/told/areas/0/reading").asInt()).isEqualTo(5);
        assertThat(plan.at("/leadProfessional/name").asString()).isEqualTo("An invented tutor");
        assertThat(plan.path("assessments")).hasSize(2);
        assertThat(plan.at("/earlyHelpAssessment/nextSteps").asString()).isEqualTo("d");
        assertThat(plan.at("/actions/0/by").asString()).isEqualTo(SCHOOL);
        assertThat(told.at("/content/voice/words").toString()).contains("Mornings are better.");
        assertThat(told.at("/content/voice/contributions/1/by").asString()).isEqualTo(SCHOOL);
    }

    @ParameterizedTest
    @CsvSource({"cambridgeshire-constabulary", "peterborough-city-council"})
    void whoHasNothingToDoWithSomebodyLearnsNothingByAdding(String stranger) {
        String person = person();

        Reply known = add(stranger, person, statement("police", "Words."));
        Reply unknown = add(stranger, UUID.randomUUID().toString(), statement("police", "Words."));

        assertThat(known.status()).isEqualTo(404);
        assertThat(withoutCorrelation(known)).isEqualTo(withoutCorrelation(unknown));
        assertThat(story("cpft", person).toString()).doesNotContain("Words.");
    }

    @Test
    void whoeverWasToldMayAdd() {
        String id = service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString())
                .json()
                .path("id")
                .asString();
        service.delivered(id, "early-help-hub-cambridgeshire", "cambridgeshire-county-council");
        String person = service.database()
                .sql("select person_id::text from referral where id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();

        assertThat(add("cambridgeshire-county-council", person, statement("safety", "A visit."))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theSameKeyAndBodyAddOnce() {
        String person = person();
        String key = UUID.randomUUID().toString();
        String body = statement("education", "Only once.").toString();

        Reply first = add(SCHOOL, person, key, body);
        Reply second = add(SCHOOL, person, key, body);
        Reply other = add(
                SCHOOL, person, key, statement("education", "Something else.").toString());
        Reply elsewhere = add(SCHOOL, person(), key, body);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("contributions")).isEqualTo(first.json().path("contributions"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(story("cpft", person).toString().split("Only once\\.", -1)).hasSize(2);
    }

    @Test
    void aCorrectionStandsInItsPlaceForPartnersAndTheFirstWordsAreKept() {
        String person = person();
        String wrong = contribution(add(SCHOOL, person, statement("education", "Attendance 14 per cent.")));

        Reply corrected =
                add(SCHOOL, person, statement("education", "Attendance 41.").put("corrects", wrong));

        assertThat(corrected.status()).isEqualTo(201);
        assertThat(story("cpft", person).toString()).contains("Attendance 41.").doesNotContain("14 per cent");
        assertThat(kept(person)).contains("Attendance 14 per cent.");
        assertThat(add(SCHOOL, person, statement("education", "Again.").put("corrects", wrong))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void nobodyCorrectsAnothersWordsOrTurnsThemIntoSomethingElse() {
        String person = person();
        String own = contribution(add(SCHOOL, person, statement("education", "The school's words.")));
        story("cpft", person);

        Reply another =
                add("cpft", person, statement("education", "Overwritten.").put("corrects", own));
        Reply otherForm =
                add(SCHOOL, person, statement("police", "Overwritten.").put("corrects", own));
        Reply otherChild =
                add(SCHOOL, person(), statement("education", "Overwritten.").put("corrects", own));

        for (Reply refused : List.of(another, otherForm, otherChild)) {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/corrects");
        }
        assertThat(story("cpft", person).toString())
                .contains("The school's words.")
                .doesNotContain("Overwritten");
    }

    @Test
    void whatWasEnteredInErrorIsToldToNobodyAnyMore() {
        String person = person();
        String wrong = contribution(add(SCHOOL, person, statement("education", "Another child's marks.")));
        ObjectNode retraction = Bodies.object("{\"enteredInError\": true}").put("corrects", wrong);

        assertThat(add(SCHOOL, person, retraction).status()).isEqualTo(201);

        assertThat(story("cpft", person).toString()).doesNotContain("Another child's");
        assertThat(kept(person)).contains("Another child's marks.");
    }

    @Test
    void anAssessmentIsMadeOnlyWithTheFamilysPermission() {
        String person = person();
        ObjectNode assessment = Bodies.object("""
                {"story": {"earlyHelpAssessment": {"goingWell": "a", "notGoingWell": "b", "needsToHappen": "c", "nextSteps": "d"}}}""");

        Reply refused = add(SCHOOL, person, assessment);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString())
                .isEqualTo("/story/earlyHelpAssessment/permission");
    }

    @Test
    void inAReferralAConsentThatIsGivenIsThePermissionAndARefusalIsNot() {
        ObjectNode consented = Bodies.withConsent(Bodies.referral(Bodies.nhsNumber()));
        consented.withObject("/story/earlyHelpAssessment").remove("permission");
        ObjectNode refused = consented.deepCopy();
        refused.withObject("/consent").put("decision", "refused");
        ObjectNode neither = consented.deepCopy();
        neither.remove("consent");

        Reply taken = service.send(SCHOOL, consented.toString());
        assertThat(taken.status()).isEqualTo(201);
        assertThat(story("cpft", taken.json().path("person").asString())
                        .at("/content/plan/earlyHelpAssessment/permission/capacity")
                        .asString())
                .isEqualTo("gillick-competent");
        assertThat(service.send(SCHOOL, refused.toString()).status()).isEqualTo(400);
        assertThat(service.send(SCHOOL, neither.toString()).status()).isEqualTo(400);
    }

    @Test
    void thereIsOneLeadProfessionalAndAHandOverNamesThem() {
        String person = person();
        assertThat(add(SCHOOL, person, lead("First", null)).status()).isEqualTo(201);

        Reply beside = add(SCHOOL, person, lead("Beside", null));
        JsonNode plan = story("cpft", person).at("/content/plan");
        String leads = plan.path("leadProfessionalContribution").asString();
        Reply takesOver = add("cpft", person, lead("Second", leads));

        assertThat(beside.status()).isEqualTo(409);
        PublishedAnswers.assertFits("problem", beside.text());
        assertThat(beside.text()).doesNotContain("First");
        assertThat(plan.at("/leadProfessional/name").asString()).isEqualTo("First");
        assertThat(takesOver.status()).isEqualTo(201);
        assertThat(story("cpft", person)
                        .at("/content/plan/leadProfessional/name")
                        .asString())
                .isEqualTo("Second");
        assertThat(add(SCHOOL, person, lead("Too late", leads)).status()).isEqualTo(409);
    }

    @Test
    void ofTwoWhoAreNamedLeadAtOnceOneLeads() throws Exception {
        for (int round = 0; round < 5; round++) {
            String person = person();

            List<Reply> replies = atOnce(8, number -> add(SCHOOL, person, lead("Number " + number, null)));

            assertThat(replies.stream().map(Reply::status).sorted())
                    .containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void aReferralIsTakenAlthoughSomebodyLeadsAndTheyLeadOn() {
        String number = Bodies.nhsNumber();
        ObjectNode first = Bodies.referral(number);
        first.withObject("/story").set("leadProfessional", professional("First"));
        ObjectNode second = Bodies.referral(number);
        second.withObject("/story").set("leadProfessional", professional("Beside"));
        String person =
                service.send(SCHOOL, first.toString()).json().path("person").asString();

        assertThat(service.send("cpft", second.toString()).status()).isEqualTo(201);

        assertThat(story("cpft", person)
                        .at("/content/plan/leadProfessional/name")
                        .asString())
                .isEqualTo("First");
    }

    @Test
    void aRelativesDetailsAreTheirsAndTheChildsStoryHoldsALink() {
        ObjectNode body = Bodies.referral(Bodies.nhsNumber());
        body.withObject("/story").set("household", household("Granny Example", "grandmother", null));
        String person =
                service.send(SCHOOL, body.toString()).json().path("person").asString();

        JsonNode told = story("cpft", person);
        String relative = told.at("/content/family/household/0/person").asString();

        assertThat(told.at("/content/family/household/0/relationship").asString())
                .isEqualTo("grandmother");
        assertThat(told.toString()).doesNotContain("Granny");
        assertThat(kept(person)).doesNotContain("Granny");
        JsonNode own = story("cpft", relative);
        assertThat(own.at("/content/identity/name/family").asString()).isEqualTo("Example");
        assertThat(service.siblings().asked())
                .anyMatch(it -> it.subject().toString().equals(relative));
        service.siblings().withhold(Category.values());
        assertThat(service.get("cpft", "/people/" + relative + "/story?purpose=mental-health-specialist")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoIsNamedAlikeInTheSameHouseholdIsTheSamePersonAndASiblingsNumberIsTheirs() {
        String sibling = Bodies.nhsNumber();
        String siblingsId = service.send(SCHOOL, Bodies.referral(sibling).toString())
                .json()
                .path("person")
                .asString();
        String person = person();

        add(SCHOOL, person, with("household", household("An invented uncle", "uncle", null)));
        add(SCHOOL, person, with("household", household("an invented Uncle", "uncle", null)));
        add(SCHOOL, person, with("household", household("Edie Marchbank", "sister", sibling)));

        List<String> members = story("cpft", person)
                .at("/content/family/household")
                .valueStream()
                .map(it -> it.path("person").asString())
                .toList();
        assertThat(members).hasSize(3).doesNotHaveDuplicates().contains(siblingsId);
    }

    @Test
    void whatManyAddAtOnceIsAllKept() throws Exception {
        String person = person();

        List<Reply> replies =
                atOnce(24, number -> add(SCHOOL, person, statement("safety", "Word number " + number + ".")));

        assertThat(replies).allMatch(it -> it.status() == 201);
        assertThat(story("cpft", person).at("/content/safety/contributions")).hasSize(24);
    }

    @Test
    void aStoryOfFiveMegabytesIsTurnedAwayWithTheLimit() {
        String person = person();
        String huge = statement("education", "x".repeat(5 * 1024 * 1024)).toString();

        Reply refused = add(SCHOOL, person, UUID.randomUUID().toString(), huge);

        assertThat(refused.status()).isEqualTo(413);
        PublishedAnswers.assertFits("problem", refused.text());
        assertThat(refused.json().path("detail").asString()).contains("1048576");
    }

    @ParameterizedTest(name = "{0} is pointed at: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"story": {"contributions": [{"category": "plan", "text": "x"}]}}                                    | /story/contributions/0/category
            {"story": {"contributions": [{"category": "education", "text": " "}]}}                               | /story/contributions/0/text
            {"story": {"progress": [{"tool": "outcomes-star", "star": "family-star-plus", "takenOn": "2026-11-20", "areas": [{"area": "x", "reading": 11}]}]}} | /story/progress/0/areas/0/reading
            {"story": {"progress": [{"tool": "map", "takenOn": "2026-11-20", "star": "x", "goals": [{"goal": "x", "reading": 1}]}]}} | /story/progress/0/star
            {"story": {"progress": [{"tool": "distance-travelled", "takenOn": "2026-11-20"}]}}                    | /story/progress/0/themes
            {"story": {"plan": [{"what": "x", "measuredBy": "y", "who": "z"}]}}                                   | /story/plan/0/dueOn
            {"story": {"needs": [{"theme": "weather", "text": "x"}]}}                                             | /story/needs/0/theme
            {"story": {"voice": "x", "strengths": ["y"]}, "corrects": "2f1c1a7e-59f0-4a2e-8f4c-1d1b3f6f9a10"}     | /story
            {"enteredInError": true}                                                                              | /corrects
            {"by": "somebody-else", "story": {"voice": "x"}}                                                      | /by
            {"story": {"progress": [{"tool": "map", "takenOn": "2199-01-01", "goals": [{"goal": "x", "reading": 1}]}]}} | /story/progress/0/takenOn
            """)
    void whatDoesNotFitIsPointedAt(String body, String pointer) {
        Reply refused = add(SCHOOL, person(), UUID.randomUUID().toString(), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .contains(pointer);
    }

    @Test
    void addingNeedsTheScopeAPartnerAndAKey() {
        String path = "/people/" + person() + "/contributions";
        String body = statement("education", "x").toString();
        TestIssuer issuer = TestIssuer.shared();

        assertThat(post(issuer.partner(SCHOOL, "referral.read", "story.read").signed(), path, body))
                .isEqualTo(403);
        assertThat(post(
                        issuer.officer("an-officer", "governance-officer", "referral.write")
                                .signed(),
                        path,
                        body))
                .isEqualTo(403);
        assertThat(post(issuer.partner("nobody-here", "referral.write").signed(), path, body))
                .isEqualTo(403);
        assertThat(service.post(SCHOOL, path, body).status()).isEqualTo(400);
    }

    private int post(String token, String path, String body) {
        return service.call(service.request(path, token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .status();
    }

    private Reply add(String partner, String person, ObjectNode body) {
        return add(partner, person, UUID.randomUUID().toString(), body.toString());
    }

    private Reply add(String partner, String person, String key, String body) {
        return service.call(service.request("/people/" + person + "/contributions", service.token(partner))
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode story(String partner, String person) {
        Reply told = service.get(partner, "/people/" + person + "/story?purpose=mental-health-specialist");
        assertThat(told.status()).isEqualTo(200);
        return told.json();
    }

    private static String contribution(Reply added) {
        return added.json().at("/contributions/0/id").asString();
    }

    /** All that lies in the database about somebody's story, also what no longer holds. */
    private String kept(String person) {
        return String.join(
                "\n",
                service.database()
                        .sql("select content::text from contribution where person_id = ?::uuid")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    private interface Numbered {
        Reply call(int number);
    }

    private static List<Reply> atOnce(int many, Numbered call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Callable<Reply>> calls = IntStream.range(0, many)
                    .<Callable<Reply>>mapToObj(number -> () -> call.call(number))
                    .toList();
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }

    private static ObjectNode statement(String category, String text) {
        ObjectNode body = Bodies.object("{\"story\": {\"contributions\": [{}]}}");
        body.withObject("/story/contributions/0").put("category", category).put("text", text);
        return body;
    }

    private static ObjectNode with(String field, JsonNode value) {
        ObjectNode body = Bodies.object("{\"story\": {}}");
        body.withObject("/story").set(field, value);
        return body;
    }

    private static ObjectNode professional(String name) {
        return Bodies.object("{\"role\": \"tutor\", \"organisation\": \"Fenland Academy\"}")
                .put("name", name);
    }

    private static ObjectNode lead(String name, @Nullable String takesOverFrom) {
        ObjectNode lead = professional(name);
        if (takesOverFrom != null) {
            lead.put("takesOverFrom", takesOverFrom);
        }
        return with("leadProfessional", lead);
    }

    private static JsonNode household(String name, String relationship, @Nullable String nhsNumber) {
        ObjectNode member = Bodies.object("{}").put("name", name).put("relationship", relationship);
        if (nhsNumber != null) {
            member.put("nhsNumber", nhsNumber);
        }
        return Bodies.object("{}").putArray("household").add(member);
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
}

package org.partnerhub.quickstart.contract;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.testkit.contract.RecordsMatchSchemas;

/** What partners and officers may send, as the schemas publish it, is what the services' records take. */
class RequestsTest {

    /** By the schema's name: the record that the service reads such a body as. A new body gets its line here. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            entry("acknowledgement", "notification.mailbox.Acknowledgement"),
            entry("admission", "notification.stay.http.Bodies$Admission"),
            entry("agreement", "consent.agreement.http.AgreementsController$Body"),
            entry("agreement-change", "consent.agreement.http.AgreementsController$Change"),
            entry("breach-report", "consent.breach.http.BreachReportsController$Sent"),
            entry("cancellation", "referral.referral.Cancellation"),
            entry("consent-narrowing", "consent.recording.http.ChangesController$NarrowingBody"),
            entry("consent-renewal", "consent.recording.Renewal"),
            entry("consent-search", "consent.register.RegisterQuestion"),
            entry("consent-terms", "consent.consent.ConsentTerms"),
            entry("contribution", "referral.story.SentContribution"),
            entry("delivery-replay", "notification.delivery.http.ReplaysController$Wanted"),
            entry("dry-run", "consent.decision.http.ExplanationsController$DryRun"),
            entry("explanation", "consent.decision.http.ExplanationsController$Explain"),
            entry("finding", "referral.referral.Finding"),
            entry("log-export", "consent.log.http.OfficersController$Export"),
            entry("log-listing", "consent.log.http.ListingsController$Listing"),
            entry("log-sample", "consent.sample.http.SamplesController$Body"),
            entry("log-search", "consent.log.http.OfficersController$Search"),
            entry("onboarding-client", "notification.onboarding.http.ClientsController$Wanted"),
            entry("onboarding-decision", "notification.onboarding.Decision"),
            entry("override", "consent.override.http.OverridesController$Sent"),
            entry("override-review", "consent.override.http.OverrideReviewsController$Sent"),
            entry("partner-onboarding", "notification.onboarding.Proposal"),
            entry("partner-pause", "notification.delivery.http.PauseController$Wanted"),
            entry("person-lookup", "referral.release.http.LookupController$Lookup"),
            entry("person-merge", "referral.person.http.MergesController$Wanted"),
            entry("person-reason", "referral.person.http.MergesController$Why"),
            entry("person-search", "referral.person.PersonSearch"),
            entry("person-settlement", "referral.person.http.ReviewsController$Settlement"),
            entry("person-whereabouts", "referral.person.http.MergesController$Whereabouts"),
            entry("record-reason", "referral.retention.http.RecordsController$Why"),
            entry("referral", "referral.referral.SentReferral"),
            entry("release", "consent.release.http.ReleasesController$Sent"),
            entry("release-end", "consent.release.http.ReleasesController$End"),
            entry("response", "referral.referral.Answer"),
            entry("rights-answer", "consent.rights.http.RequestHandlingController$Sent"),
            entry("rights-extension", "consent.rights.http.RequestHandlingController$Extension"),
            entry("rights-pack", "consent.pack.http.PackController$Sent"),
            entry("rights-piece", "consent.pack.http.PiecesController$Sent"),
            entry("rights-request", "consent.rights.http.RequestsController$Body"),
            entry("sample-finding", "consent.sample.http.SampleFindingsController$Sent"),
            entry("stay-answer", "notification.stay.http.Bodies$Answer"),
            entry("stay-cancellation", "notification.stay.http.Bodies$Cancellation"),
            entry("stay-discharge", "notification.stay.http.Bodies$Discharge"),
            entry("stay-leave", "notification.stay.http.Bodies$Leave"),
            entry("stay-transfer", "notification.stay.http.Bodies$Transfer"),
            entry("update", "referral.referral.Update"),
            entry("withdrawal", "consent.withdrawal.http.WithdrawalController$WithdrawalBody"));

    /** The whole consent is its terms and a subject; what the hub sends is nobody's request. */
    private static final Set<String> NOT_READ_AS_ONE = Set.of("consent", "disclosure");

    static Stream<String> schemas() {
        return RECORDS.keySet().stream().sorted();
    }

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "contracts", "src", "main", "resources", "examples"))) {
            return files
                    .map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(example -> !schemaOf(example).isEmpty())
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyBodyThatIsPublishedIsReadByARecordInTheTable() {
        Set<String> published = new TreeSet<>(Schemas.NAMES);
        published.removeAll(NOT_READ_AS_ONE);
        published.add("consent-terms");

        assertThat(RECORDS.keySet()).isEqualTo(published);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theRecordTakesJustTheFieldsOfTheSchema(String schema) throws Exception {
        assertThat(RecordsMatchSchemas.differences(schema, record(schema))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachPublishedExampleIsReadWithoutLosingAField(String example) throws Exception {
        try (InputStream file =
                Objects.requireNonNull(RequestsTest.class.getResourceAsStream("/examples/" + example + ".json"))) {
            byte[] body = file.readAllBytes();
            String schema = schemaOf(example);

            assertThat(JsonBodies.read(body, schema, record(schema))).isNotNull();
        }
    }

    private static Class<?> record(String schema) throws ClassNotFoundException {
        return Class.forName("org.partnerhub." + Objects.requireNonNull(RECORDS.get(schema), schema));
    }

    /** The longest name that an example's begins with: release-end is no release. */
    private static String schemaOf(String example) {
        return RECORDS.keySet().stream()
                .filter(schema -> example.equals(schema) || example.startsWith(schema + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}

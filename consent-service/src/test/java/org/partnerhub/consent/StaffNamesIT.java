package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.TestToken;
import org.partnerhub.testkit.contract.PublishedAnswers;

/** The log names accounts; who is behind them comes from their own tokens. */
class StaffNamesIT {

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static TestToken operator() {
        return TestIssuer.shared().officer("account-1", "operator", "staff.read");
    }

    private static Map<String, String> names(TestToken reader) {
        Answer answer = hub.read("/staff", reader.signed());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("staff", answer.text());
        return answer.json()
                .path("items")
                .valueStream()
                .collect(Collectors.toMap(
                        it -> it.path("account").asString(),
                        it -> it.path("name").asString()));
    }

    @Test
    void whoAsksIsKnownByTheNameInTheirTokenAndANewNameTakesItsPlace() {
        assertThat(names(operator().claim("name", "Ceri Davies"))).containsEntry("account-1", "Ceri Davies");
        assertThat(names(operator().claim("name", "Ceri Hughes"))).containsEntry("account-1", "Ceri Hughes");
        assertThat(names(operator().claim("name", " "))).containsEntry("account-1", "account-1");
        assertThat(names(operator().claim("name", "x".repeat(300)))).containsEntry("account-1", "x".repeat(255));
    }

    @Test
    void partnersAreNoStaffAndMayNotRead() {
        String partner = TestIssuer.shared()
                .partner("fenland-academy", "consent.read", "staff.read")
                .claim("name", "Not staff")
                .signed();

        assertThat(hub.read("/staff", partner).status()).isEqualTo(403);
        hub.read("/consents", partner);
        assertThat(names(operator())).doesNotContainValue("Not staff");
    }
}

package org.partnerhub.notification.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutgoingRuleTest {

    private final OutgoingRule rule =
            new OutgoingRule(false, () -> Set.of("council.example", "127.0.0.1", "localhost"));
    private final OutgoingRule demonstration = new OutgoingRule(true, Set::of);

    @ParameterizedTest
    @CsvSource({
        "https://council.example/hub, true",
        "https://COUNCIL.example:8443/hub?x=1, true",
        "http://council.example/hub, false",
        "https://elsewhere.example/hub, false",
        "https://council.example.elsewhere.example/, false",
        "https://council.example@elsewhere.example/, false",
        "https://user:pass@council.example/, false",
        "https://council.example/hub#part, false",
        "ftp://council.example/, false",
        "file:///etc/passwd, false",
        "https:opaque, false"
    })
    void onlyApprovedHostsByHttps(URI address, boolean allowed) {
        assertThat(rule.allows(address)).isEqualTo(allowed);
    }

    @Test
    void anApprovedNameDoesNotLeadInside() {
        assertThatThrownBy(() -> rule.resolve("localhost")).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> rule.resolve("127.0.0.1")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theDemonstrationMaySendToItself() throws UnknownHostException {
        assertThat(demonstration.allows(URI.create("http://localhost:8080/"))).isTrue();
        assertThat(demonstration.resolve("localhost")).isNotEmpty();
        assertThat(demonstration.allows(URI.create("ftp://localhost/"))).isFalse();
    }
}

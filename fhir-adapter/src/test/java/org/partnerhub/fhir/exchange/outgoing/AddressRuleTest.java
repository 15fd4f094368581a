package org.partnerhub.fhir.exchange.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private static final Duration BOUND = Duration.ofSeconds(9);

    private final AddressRule production =
            new AddressRule(new OutgoingSettings(false, Set.of("fhir.cpft.example"), BOUND, BOUND));
    private final AddressRule demo = new AddressRule(new OutgoingSettings(true, Set.of(), BOUND, BOUND));

    @Test
    void anApprovedHostOverHttpsIsAllowed() {
        assertThat(production.allows(URI.create("https://FHIR.cpft.example/R4")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fhir.cpft.example/R4",
                "https://elsewhere.example/R4",
                "https://fhir.cpft.example.evil.example/R4",
                "https://user@fhir.cpft.example/R4",
                "https://fhir.cpft.example/R4#part",
                "file:///etc/passwd",
                "https:///R4"
            })
    void anythingElseIsNot(String address) {
        assertThat(production.allows(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fc00::1", "fd12::1",
                "64:ff9b::a00:1", "2002:a00:1::", "::ffff:10.0.0.1"
            })
    void anAddressOfTheInsideIsRecognised(String address) throws UnknownHostException {
        assertThat(AddressRule.isInside(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.128.0.1", "2a00:1450::1", "172.32.0.1"})
    void aPublicAddressIsNotOfTheInside(String address) throws UnknownHostException {
        assertThat(AddressRule.isInside(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void aNameThatLeadsInsideDoesNotResolve() {
        assertThatThrownBy(() -> production.resolve("localhost")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theDemoMaySendToItsOwnMachine() throws UnknownHostException {
        assertThat(demo.allows(URI.create("http://localhost:9001/R4"))).isTrue();
        assertThat(demo.resolve("localhost")).isNotEmpty();
        assertThat(demo.allows(URI.create("ftp://localhost/R4"))).isFalse();
    }
}

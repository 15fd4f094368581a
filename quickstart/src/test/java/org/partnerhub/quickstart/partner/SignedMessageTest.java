package org.partnerhub.quickstart.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The example of RFC 9421 appendix B.2.6, which somebody else signed. */
class SignedMessageTest {

    private static final Map<String, String> HEADERS = Map.of(
            "date", "Tue, 20 Apr 2021 02:07:55 GMT",
            "content-type", "application/json",
            "content-length", "18",
            "signature-input",
                    "sig-b26=(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                            + ";created=1618884473;keyid=\"test-key-ed25519\"",
            "signature",
                    "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:");

    private static final HubKeys KEYS = new HubKeys(() -> """
            {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"test-key-ed25519",
              "x":"JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs"}]}""");

    @Test
    void theSignatureOfTheStandardsExampleVerifies() {
        assertThat(verifies("POST")).isTrue();
    }

    @Test
    void anotherMethodDoesNot() {
        assertThat(verifies("PUT")).isFalse();
    }

    private static boolean verifies(String method) {
        var message = new SignedMessage(
                method, URI.create("https://example.com/foo?param=Value&Pet=dog"), HEADERS::get, new byte[0]);
        var signature = Objects.requireNonNull(message.signatures().get("sig-b26"));
        return KEYS.verify(
                "test-key-ed25519", signature.base(), Base64.getDecoder().decode(signature.value()));
    }
}

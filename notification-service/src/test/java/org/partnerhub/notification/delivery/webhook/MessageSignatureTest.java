package org.partnerhub.notification.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.partnerhub.transparency.SigningKey;

/** Verifies as a receiver would that has only read the RFC: from the wire, with nothing of the signer's. */
class MessageSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] BODY = "{\"delivery\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Pattern INPUT = Pattern.compile("(hub2?)=(\\(([^)]*)\\)[^,]*)");

    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private final SigningKey present = SigningKey.fresh();
    private final SigningKey coming = SigningKey.fresh();

    @Test
    void aReceiverCanVerifyIt() throws Exception {
        Map<String, String> sent = signature(present).sign("POST", address(), headers(), BODY);

        assertThat(verifies(sent, "hub", present)).isTrue();
        assertThat(verifies(sent, "hub", coming)).isFalse();
        assertThat(sent.get("signature-input"))
                .contains(";created=1795348800", ";expires=1795349100", ";alg=\"ed25519\"", ";tag=\"partner-hub\"");
    }

    @Test
    void nothingThatCountsCanBeChanged() throws Exception {
        for (String name : List.of("hub-delivery", "hub-attempt", "content-type", "content-digest")) {
            Map<String, String> sent = signature(present).sign("POST", address(), headers(), BODY);
            sent.put(name, sent.get(name) + "0");
            assertThat(verifies(sent, "hub", present)).as(name).isFalse();
        }
    }

    @Test
    void theDigestIsOfTheBody() {
        // RFC 9530, appendix D: the example body of that document
        byte[] body = "{\"hello\": \"world\"}\n".getBytes(StandardCharsets.UTF_8);

        assertThat(signature(present).sign("POST", address(), headers(), body).get("content-digest"))
                .isEqualTo("sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    }

    @Test
    void whileKeysRotateEitherVerifies() throws Exception {
        Map<String, String> sent = signature(present, coming).sign("POST", address(), headers(), BODY);

        assertThat(verifies(sent, "hub", present)).isTrue();
        assertThat(verifies(sent, "hub2", coming)).isTrue();
    }

    /** The key and the signature base of RFC 9421, appendix B.2.6; Ed25519 gives one signature only. */
    @Test
    void theKeySignsAsTheRfcDoes() {
        String key = """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
                -----END PRIVATE KEY-----
                """;
        String base = """
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@method": POST
                "@path": /foo
                "@authority": example.com
                "content-type": application/json
                "content-length": 18
                "@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;\
                keyid="test-key-ed25519\"""";

        assertThat(Base64.getEncoder().encodeToString(WebhookKey.ofPem(key).sign(base)))
                .isEqualTo("wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1"
                        + "u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==");
    }

    @Test
    void thePublishedKeysHoldNoPrivatePart() {
        Object published = signature(present, coming).publicKeys().get("keys");

        assertThat(published).asString().contains("kid=", "x=").doesNotContain(" d=");
    }

    private static boolean verifies(Map<String, String> sent, String label, SigningKey key) throws Exception {
        Matcher input = INPUT.matcher(sent.getOrDefault("signature-input", ""));
        while (input.find()) {
            if (input.group(1).equals(label)) {
                StringBuilder base = new StringBuilder();
                NAME.matcher(input.group(3))
                        .results()
                        .forEach(name ->
                                base.append('"' + name.group(1) + "\": " + component(name.group(1), sent) + "\n"));
                base.append("\"@signature-params\": ").append(input.group(2).strip());
                return verifies(base.toString(), value(sent.getOrDefault("signature", ""), label), publicKey(key));
            }
        }
        return false;
    }

    private static String component(String name, Map<String, String> sent) {
        return switch (name) {
            case "@method" -> "POST";
            case "@authority" -> "council.example:8443";
            case "@path" -> "/hub/in%20box";
            case "@query" -> "?from=hub";
            default -> sent.getOrDefault(name, "");
        };
    }

    private static boolean verifies(String base, byte[] value, PublicKey key) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(base.getBytes(StandardCharsets.UTF_8));
        return signature.verify(value);
    }

    private static byte[] value(String header, String label) {
        Matcher value = Pattern.compile("(?:^|, )" + label + "=:([^:]*):").matcher(header);
        assertThat(value.find()).isTrue();
        return Base64.getDecoder().decode(value.group(1));
    }

    private static PublicKey publicKey(SigningKey key) throws Exception {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        assertThat(factory.generatePrivate(
                        new PKCS8EncodedKeySpec(key.pair().getPrivate().getEncoded())))
                .isNotNull();
        return factory.generatePublic(
                new X509EncodedKeySpec(key.pair().getPublic().getEncoded()));
    }

    private static MessageSignature signature(SigningKey... keys) {
        return new MessageSignature(
                java.util.Arrays.stream(keys)
                        .map(it -> WebhookKey.ofPem(it.pem()))
                        .toList(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static URI address() {
        return URI.create("https://Council.example:8443/hub/in%20box?from=hub");
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("hub-delivery", "0b1a3d7c-8a0e-4b2e-9b59-3a5f1c8e7d03");
        headers.put("hub-attempt", "1");
        return headers;
    }
}

package org.partnerhub.quickstart.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/** Signs and posts as the hub does, or wrongly where a test asks for it. */
final class HubSide {

    /** A partner's client for tests in which the partner calls nobody. */
    static final PartnerClient CLIENT = new PartnerClient(
            URI.create("http://hub.test"), URI.create("http://identity.test"), "fenland-academy", "unused");

    private final KeyPair pair;
    private final OctetKeyPairJsonWebKey published;
    Instant created = Instant.now();
    String signedAuthority = "";

    HubSide(String keyId) {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            published = (OctetKeyPairJsonWebKey) JsonWebKey.Factory.newJwk(pair.getPublic());
            published.setKeyId(keyId);
        } catch (GeneralSecurityException | JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    HubKeys keys() {
        return new HubKeys(() -> "{\"keys\":[" + published.toJson() + "]}");
    }

    HttpResponse<String> post(URI address, String delivery, String body) {
        return post(address, delivery, body, body);
    }

    /** Sends another body than it signs. */
    HttpResponse<String> post(URI address, String delivery, String signed, String sent) {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(signed)) + ":";
        String authority = signedAuthority.isEmpty() ? address.getAuthority() : signedAuthority;
        String parameters = "(\"@method\" \"@authority\" \"@path\" \"content-digest\" \"hub-delivery\")"
                + ";created=" + created.getEpochSecond() + ";expires="
                + created.plusSeconds(300).getEpochSecond()
                + ";keyid=\"" + published.getKeyId() + "\";alg=\"ed25519\";tag=\"partner-hub\"";
        String base = "\"@method\": POST\n\"@authority\": " + authority + "\n\"@path\": " + address.getPath()
                + "\n\"content-digest\": " + digest + "\n\"hub-delivery\": " + delivery
                + "\n\"@signature-params\": " + parameters;
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Content-Digest", digest)
                .header("Hub-Delivery", delivery)
                .header("Signature-Input", "hub=" + parameters)
                .header("Signature", "hub=:" + Base64.getEncoder().encodeToString(sign(base)) + ":")
                .POST(HttpRequest.BodyPublishers.ofString(sent))
                .build();
        return send(request);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

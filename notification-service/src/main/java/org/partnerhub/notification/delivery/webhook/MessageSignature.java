package org.partnerhub.notification.delivery.webhook;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signs what is posted: HTTP Message Signatures (RFC 9421), Ed25519, over method, address, type, digest (RFC 9530) and the ids of the
 * delivery. While keys rotate the message bears a signature of each, and a receiver needs to know only one.
 */
public final class MessageSignature {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final String TAG = "partner-hub";

    private final List<WebhookKey> keys;
    private final Clock clock;

    /**
     * A signer.
     *
     * @param keys the present key first, then one that goes or comes
     */
    public MessageSignature(List<WebhookKey> keys, Clock clock) {
        this.keys = List.copyOf(keys);
        this.clock = clock;
    }

    /** The public keys, as a JSON Web Key Set. */
    public Map<String, Object> publicKeys() {
        return Map.of("keys", keys.stream().map(WebhookKey::jwk).toList());
    }

    /**
     * The headers to send, signature included.
     *
     * @param headers what is signed beside the method and the address, names in lower case
     */
    Map<String, String> sign(String method, URI address, Map<String, String> headers, byte[] body) {
        Map<String, String> signed = new LinkedHashMap<>(headers);
        signed.put("content-digest", "sha-256=:" + base64(sha256(body)) + ":");
        Map<String, String> components = components(method, address, signed);
        List<String> inputs = new ArrayList<>();
        List<String> signatures = new ArrayList<>();
        long created = clock.instant().getEpochSecond();
        for (int number = 0; number < keys.size(); number++) {
            WebhookKey key = keys.get(number);
            String label = number == 0 ? "hub" : "hub" + (number + 1);
            String parameters = parameters(components, created, key);
            inputs.add(label + "=" + parameters);
            signatures.add(label + "=:" + base64(key.sign(base(components, parameters))) + ":");
        }
        signed.put("signature-input", String.join(", ", inputs));
        signed.put("signature", String.join(", ", signatures));
        return signed;
    }

    /** RFC 9421 section 2.2: authority without the default port, an absent query as a lone question mark. */
    private static Map<String, String> components(String method, URI address, Map<String, String> headers) {
        Map<String, String> components = new LinkedHashMap<>();
        components.put("@method", method);
        components.put("@authority", authority(address));
        components.put("@path", address.getRawPath().isEmpty() ? "/" : address.getRawPath());
        components.put("@query", "?" + (address.getRawQuery() == null ? "" : address.getRawQuery()));
        components.putAll(headers);
        return components;
    }

    private static String authority(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        boolean usual = port == -1
                || (port == 443 && "https".equals(address.getScheme()))
                || (port == 80 && "http".equals(address.getScheme()));
        return usual ? host : host + ":" + port;
    }

    private static String parameters(Map<String, String> components, long created, WebhookKey key) {
        return "("
                + String.join(
                        " ",
                        components.keySet().stream().map(it -> '"' + it + '"').toList()) + ")"
                + ";created=" + created
                + ";expires=" + (created + GOOD_FOR.toSeconds())
                + ";keyid=\"" + key.keyId() + "\""
                + ";alg=\"ed25519\""
                + ";tag=\"" + TAG + "\"";
    }

    private static String base(Map<String, String> components, String parameters) {
        StringBuilder base = new StringBuilder();
        components.forEach((name, value) ->
                base.append('"').append(name).append("\": ").append(value).append('\n'));
        return base.append("\"@signature-params\": ").append(parameters).toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}

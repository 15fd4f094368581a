package org.partnerhub.quickstart.partner;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message as its receiver got it, with its signatures taken apart (RFC 9421). */
final class SignedMessage {

    private static final Pattern INPUT =
            Pattern.compile("([a-z*][a-z0-9_.*-]*)=(\\(([^)]*)\\)((?:;[a-z]+=(?:\"[^\"]*\"|-?[0-9]+))*))");
    private static final Pattern SIGNATURE = Pattern.compile("([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/=]*):");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern PARAMETER = Pattern.compile(";([a-z]+)=\"?([^\";]*)\"?");

    /**
     * One signature.
     *
     * @param covered names of the components that it covers
     * @param parameters created, expires, keyid, alg, tag
     * @param base the text that was signed
     * @param value Base64
     */
    record Signature(List<String> covered, Map<String, String> parameters, String base, String value) {

        long time(String parameter) {
            return Long.parseLong(parameters.getOrDefault(parameter, "0"));
        }
    }

    private final String method;
    private final URI address;
    private final Function<String, @Nullable String> headers;
    private final byte[] body;

    /**
     * A message.
     *
     * @param address what was asked for, with authority
     * @param headers the value of a header by its name in lower case; null where there is none
     */
    SignedMessage(String method, URI address, Function<String, @Nullable String> headers, byte[] body) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body.clone();
    }

    byte[] body() {
        return body.clone();
    }

    /** The value of a header by its name in lower case; empty where there is none. */
    String header(String name) {
        String value = headers.apply(name);
        return value == null ? "" : value.strip();
    }

    /** Its signatures by label; empty where it has none that can be read. */
    Map<String, Signature> signatures() {
        Map<String, String> values = SIGNATURE
                .matcher(header("signature"))
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (first, second) -> first));
        Map<String, Signature> signatures = new LinkedHashMap<>();
        INPUT.matcher(header("signature-input")).results().forEach(input -> {
            String value = values.get(input.group(1));
            if (value != null) {
                signatures.put(input.group(1), signature(input, value));
            }
        });
        return signatures;
    }

    private Signature signature(MatchResult input, String value) {
        var covered =
                NAME.matcher(input.group(3)).results().map(it -> it.group(1)).toList();
        var parameters = PARAMETER
                .matcher(input.group(4))
                .results()
                .collect(Collectors.toMap(it -> it.group(1), it -> it.group(2), (first, second) -> first));
        String base = covered.stream()
                .map(name -> "\"" + name + "\": " + component(name) + "\n")
                .collect(Collectors.joining());
        return new Signature(covered, parameters, base + "\"@signature-params\": " + input.group(2), value);
    }

    private String component(String name) {
        return switch (name) {
            case "@method" -> method;
            case "@authority" -> address.getRawAuthority();
            case "@path" -> address.getRawPath();
            case "@query" -> "?" + (address.getRawQuery() == null ? "" : address.getRawQuery());
            default -> header(name);
        };
    }
}

package org.partnerhub.embedded;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that signs a person in at Keycloak and brings the code back to the console. */
final class SignIn {

    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String issuer;

    SignIn(String issuer) {
        this.issuer = issuer;
    }

    HttpResponse<String> ask(Map<String, String> parameters) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/auth?" + form(parameters)))
                        .build(),
                BodyHandlers.ofString());
    }

    String code(HttpResponse<String> page, String user, String password) throws IOException, InterruptedException {
        return code(answer(page, Map.of("username", user, "password", password)));
    }

    /** The code with which Keycloak sends the browser back to the console. */
    static String code(HttpResponse<String> answer) {
        return found(
                CODE,
                answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException("not signed in")));
    }

    /** Fills in the form of a page and follows where Keycloak leads within the realm. */
    HttpResponse<String> answer(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        // browsers take localhost for secure, Java does not
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        String action = found(FORM, page.body()).replace("&amp;", "&");
        HttpResponse<String> answer = browser.send(post(action, fields), BodyHandlers.ofString());
        String next = answer.headers().firstValue("Location").orElse("");
        return next.startsWith(issuer)
                ? browser.send(HttpRequest.newBuilder(URI.create(next)).build(), BodyHandlers.ofString())
                : answer;
    }

    /** The value of a hidden field of a page's form. */
    static String hidden(HttpResponse<String> page, String name) {
        return found(Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\""), page.body());
    }

    static HttpRequest post(String url, Map<String, String> fields) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in the answer.");
        }
        return matcher.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

package org.partnerhub.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerhub.quickstart.DemoSecrets;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** What staff do by the API, for which the console has no page: with a token of their own, had as the console has it. */
final class StaffCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-for-tests";

    private StaffCalls() {}

    /** Shares without consent about somebody whom the police have just told of. */
    static void authoriseSharing(Browsing hub, String user) {
        Map<String, Object> override = Map.of(
                "person",
                hub.personTheyJustHeardOf(),
                "purpose",
                "early-help-support",
                "ground",
                "asking-would-endanger",
                "recipients",
                List.of("early-help-hub-cambridgeshire"),
                "categories",
                List.of("identity", "safety", "referral"),
                "reason",
                "Asking would put the children at risk tonight, as the school nurse was told.",
                "hours",
                48);
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(hub.addresses().gateway() + "/overrides"))
                        .header("Authorization", "Bearer " + token(hub, user))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(override))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static String token(Browsing hub, String user) {
        String back = hub.addresses().console() + "/login/oauth2/code/hub";
        HttpResponse<String> answer = send(HttpRequest.newBuilder(openId(hub, "/token"))
                .header(
                        "Authorization",
                        "Basic " + encoded("console:" + hub.folder().secret("client.console")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code(hub, user, back),
                        "redirect_uri",
                        back,
                        "code_verifier",
                        VERIFIER)))));
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    /** The code with which the browser would come back to the console. */
    private static String code(Browsing hub, String user, String back) {
        Page page = hub.stranger();
        page.route(back + "**", route -> route.abort());
        page.navigate(openId(hub, "/auth") + "?"
                + form(Map.of(
                        "client_id", "console",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", back,
                        "code_challenge", challenge(),
                        "code_challenge_method", "S256")));
        Request coming = page.waitForRequest(back + "**", () -> Browsing.signIn(page, user, DemoSecrets.ofStaff(user)));
        return String.valueOf(UriComponentsBuilder.fromUriString(coming.url())
                .build()
                .getQueryParams()
                .getFirst("code"));
    }

    private static URI openId(Browsing hub, String path) {
        return URI.create(hub.addresses().issuer() + "/protocol/openid-connect" + path);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

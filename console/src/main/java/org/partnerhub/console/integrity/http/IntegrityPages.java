package org.partnerhub.console.integrity.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.integrity.Check;
import org.partnerhub.console.integrity.Sealing;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whether the log can be believed: checkpoints, witnesses, a check of everything, and the proof of one entry. */
@Controller
class IntegrityPages {

    private static final String PAGE = "/integrity";
    private static final String CONSENT = "consent";
    private static final String LOOK_AGAIN_AFTER_SECONDS = "2";

    private final OfficerCalls calls;
    private final Checks checks;

    IntegrityPages(OfficerCalls calls, Checks checks) {
        this.calls = calls;
        this.checks = checks;
    }

    /** While a check goes on the browser looks again by itself, without a script. */
    @GetMapping(PAGE)
    ModelAndView page(
            @RequestParam(required = false) @Nullable Long below,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @AuthenticationPrincipal OidcUser reader,
            HttpServletResponse browser) {
        Optional<Check> check = checks.of(account(reader));
        if (check.filter(it -> it.isWorthWaitingFor(Instant.now())).isPresent()) {
            browser.setHeader("Refresh", LOOK_AGAIN_AFTER_SECONDS);
        }
        return shown(below, officer, check);
    }

    @PostMapping(PAGE + "/check")
    ModelAndView check(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @AuthenticationPrincipal OidcUser reader,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String witness) {
        if (reason.isBlank()) {
            return Shown.faulty(
                    shown(null, officer, checks.of(account(reader))).addObject("witness", witness),
                    List.of(new Fault("reason", "Enter why you check the log.")));
        }
        checks.begin(account(reader), officer, reason.strip(), witness.isBlank() ? null : asSigned(witness));
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping(PAGE + "/proof")
    Object proof(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @AuthenticationPrincipal OidcUser reader,
            @RequestParam(defaultValue = "") String entry) {
        UUID id;
        try {
            id = UUID.fromString(entry.strip());
        } catch (IllegalArgumentException no) {
            return Shown.faulty(
                    shown(null, officer, checks.of(account(reader))).addObject("entry", entry),
                    List.of(new Fault(
                            "entry", "Enter the id of an entry, such as 0198c7f2-58d7-4a55-9a2c-0f8d3c1e7a11.")));
        }
        Answer<byte[]> proof = calls.read(officer, CONSENT, IntegrityPages::whole, "/log/entries/{id}/proof", id);
        return proof instanceof Answer.Given<byte[]>(byte[] found)
                ? file("application/json", "proof-" + id + ".json", found)
                : Shown.troubled(shown(null, officer, checks.of(account(reader))), proof);
    }

    @GetMapping(PAGE + "/checkpoints/{size}")
    Object checkpoint(
            @PathVariable long size, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        Answer<Sealing> answer = calls.read(
                officer, CONSENT, calls.document(FoundSealing::read), "/log/checkpoints?limit=1&below=" + (size + 1));
        return answer.given()
                .flatMap(it -> it.checkpoints().stream()
                        .filter(one -> one.size() == size)
                        .findFirst())
                .<Object>map(it -> file(
                        "text/plain;charset=UTF-8",
                        "checkpoint-" + size + ".txt",
                        it.note().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Shown.troubled(
                        Shown.page("integrity"), answer.given().isPresent() ? new Answer.NotThere<>() : answer));
    }

    private ModelAndView shown(@Nullable Long below, OAuth2AuthorizedClient officer, Optional<Check> check) {
        String older = below == null ? "" : "&below=" + below;
        Answer<Sealing> answer =
                calls.read(officer, CONSENT, calls.document(FoundSealing::read), "/log/checkpoints?limit=20" + older);
        ModelAndView page = Shown.page("integrity");
        check.ifPresent(it -> page.addObject("check", it));
        return Shown.answered(page, "sealing", answer);
    }

    /** Browsers end lines of a form as they like; a checkpoint's end with a line feed. */
    private static String asSigned(String typed) {
        return typed.replace("\r\n", "\n").strip() + "\n";
    }

    private static byte[] whole(InputStream body) throws IOException {
        return body.readAllBytes();
    }

    private static ResponseEntity<byte[]> file(String mediaType, String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }

    private static String account(OidcUser reader) {
        return Objects.requireNonNull(reader.getSubject());
    }
}

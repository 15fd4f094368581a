package org.partnerhub.console.integrity.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.Trouble;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.integrity.Check;
import org.partnerhub.transparency.ExportVerifier;
import org.partnerhub.transparency.Verdict;
import org.partnerhub.transparency.VerificationKey;
import org.slf4j.MDC;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;

/**
 * Checks of the whole log that officers have asked for, one at a time for each. The console reads the log's export and rebuilds the tree itself, as
 * {@code bin/verify-log} does: it believes neither the service nor its database.
 */
@Component
class Checks {

    private final OfficerCalls calls;
    private final List<VerificationKey> keys;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Check> byOfficer = new ConcurrentHashMap<>();

    Checks(OfficerCalls calls, Environment settings) {
        this.calls = calls;
        String key = settings.getProperty("hub.log.verification-key", "");
        this.keys = key.isBlank() ? List.of() : List.of(VerificationKey.parse(key.strip()));
    }

    Optional<Check> of(String officer) {
        return Optional.ofNullable(byOfficer.get(officer));
    }

    /** Begins one, unless one of theirs goes on. */
    void begin(String account, OAuth2AuthorizedClient officer, String reason, @Nullable String witness) {
        Check fresh = Check.begun(clock.instant());
        Check now = byOfficer.merge(account, fresh, (present, begun) -> present.isRunning() ? present : begun);
        if (now.equals(fresh)) {
            Map<String, String> work = MDC.getCopyOfContextMap();
            Thread.ofVirtual().name("check of the log").start(() -> {
                MDC.setContextMap(work == null ? Map.of() : work);
                run(account, officer, reason, witness);
            });
        }
    }

    private void run(String account, OAuth2AuthorizedClient officer, String reason, @Nullable String witness) {
        try {
            Answer<Verdict> answer = calls.send(
                    officer,
                    "consent",
                    Map.of("reason", reason),
                    export -> verdict(account, export, witness),
                    "/log/exports");
            if (answer instanceof Answer.Given<Verdict>(Verdict verdict)) {
                change(account, it -> it.ended(clock.instant(), verdict));
            } else {
                String why = Trouble.of(answer).map(Trouble::sentences).stream()
                        .flatMap(List::stream)
                        .reduce((one, other) -> one + " " + other)
                        .orElse("The log could not be read.");
                change(account, it -> it.failed(clock.instant(), why));
            }
        } catch (RuntimeException broken) {
            change(account, it -> it.failed(clock.instant(), "The check broke off. Begin it again."));
            throw broken;
        }
    }

    private Verdict verdict(String account, InputStream export, @Nullable String witness) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8))) {
            Verdict verdict = ExportVerifier.verify(
                    lines, keys, witness, (entries, of) -> change(account, it -> it.at(entries, of)));
            if (verdict.part()) {
                throw new IOException("The export is a part of the log only.");
            }
            return verdict;
        } catch (ExportVerifier.NotAnExport refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private void change(String account, UnaryOperator<Check> how) {
        byOfficer.computeIfPresent(account, (officer, present) -> how.apply(present));
    }
}

package org.partnerhub.console.page.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * GOV.UK Frontend's components in the reader's own Arial: its typeface, crest and crown are licensed to gov.uk services only, so
 * they never leave this process.
 */
@Controller
class Stylesheet {

    private static final String SOURCE =
            "classpath*:META-INF/resources/webjars/govuk-frontend/*/dist/govuk/govuk-frontend.min.css";
    private static final CacheControl AN_HOUR = CacheControl.maxAge(Duration.ofHours(1));

    private final String css;
    private final String mark;
    private final String idle;

    Stylesheet() {
        this.mark = read("classpath:console/styles/mark.svg");
        this.idle = read("classpath:console/scripts/idle.js");
        this.css = unbranded(read(SOURCE)) + read("classpath:console/styles/console.css");
    }

    @GetMapping("/styles/console.css")
    ResponseEntity<String> css() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .body(css);
    }

    @GetMapping("/styles/mark.svg")
    ResponseEntity<String> mark() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(new MediaType("image", "svg+xml"))
                .body(mark);
    }

    @GetMapping("/scripts/idle.js")
    ResponseEntity<String> idle() {
        return ResponseEntity.ok()
                .cacheControl(AN_HOUR)
                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                .body(idle);
    }

    static String unbranded(String css) {
        return css.replaceAll("@font-face\\{[^}]*}", "")
                .replace("GDS Transport,", "")
                .replaceAll("url\\(/assets/[^)]*\\)", "none")
                .replaceAll("/\\*# sourceMappingURL=.*?\\*/", "");
    }

    private static String read(String pattern) {
        try {
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            if (found.length != 1) {
                throw new IllegalStateException("Exactly one " + pattern + " must be on the class path.");
            }
            return found[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

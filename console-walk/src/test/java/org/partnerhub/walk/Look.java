package org.partnerhub.walk;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is looked at on every page: whether axe finds anything, whether it fits, and a picture at phone and desktop width. */
final class Look {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final int PHONE = 390;
    private static final int DESKTOP = 1280;
    private static final String FINDINGS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .violations.map(it => it.id + ': ' + it.help + ' ' + it.nodes.map(node => node.target.join(' ')).join(', '))
            """;
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private Look() {}

    /** Takes both pictures and returns what is wrong with the page; nothing, where nothing is. */
    static List<String> at(Page page, String name) {
        List<String> found = new ArrayList<>(at(page, name, "phone", PHONE));
        found.addAll(at(page, name, "desktop", DESKTOP));
        return found;
    }

    private static List<String> at(Page page, String name, String device, int width) {
        page.setViewportSize(width, 900);
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + device + ".png")));
        if (width == DESKTOP) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setType(ScreenshotType.JPEG)
                    .setQuality(80)
                    .setPath(PICTURES.resolve(name + ".jpg"))); // as much as a screen shows, for the documentation
        }
        List<String> found = new ArrayList<>(axe(page));
        if (Boolean.TRUE.equals(page.evaluate(TOO_WIDE))) {
            found.add("it does not fit into " + width + " pixels");
        }
        return found;
    }

    private static List<String> axe(Page page) {
        page.evaluate(script());
        return page.evaluate(FINDINGS) instanceof List<?> findings
                ? findings.stream().map(String::valueOf).toList()
                : List.of("axe did not answer");
    }

    private static String script() {
        try (InputStream axe = Look.class.getResourceAsStream("/axe.min.js")) {
            if (axe == null) {
                throw new IllegalStateException("axe.min.js is not on the class path.");
            }
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

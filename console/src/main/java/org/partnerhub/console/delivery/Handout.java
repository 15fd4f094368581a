package org.partnerhub.console.delivery;

import java.util.List;

/**
 * What a recipient is to be told by hand. It is shown once, on the page that asked for it, and kept nowhere.
 *
 * @param about the hub's reference, such as {@code stay/ID}
 * @param sections one for each category that may be told
 * @param withheld what is not told and why, a sentence each
 */
public record Handout(String recipient, String purpose, String about, List<Section> sections, List<String> withheld) {

    public Handout {
        sections = List.copyOf(sections);
        withheld = List.copyOf(withheld);
    }

    /** One category's content. */
    public record Section(String title, List<Line> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** One thing that is told. */
    public record Line(String key, String value) {}

    @Override
    public String toString() {
        return "Handout[hidden]";
    }
}

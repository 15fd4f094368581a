package org.partnerhub.transparency;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An entry of the log as its leaf holds it: what it is and when, and of each of its fields only a salted hash.
 *
 * @param kind such as {@code decision}; the catalogue is docs/audit-events.md
 * @param fields salted hash by the field's name
 */
public record Entry(UUID id, Instant at, String kind, SortedMap<String, Hash> fields) {

    private static final String FORM = "partner-hub-entry/1";

    public Entry {
        fields = new TreeMap<>(fields);
        if (!isWord(kind) || !fields.keySet().stream().allMatch(Entry::isWord)) {
            throw new IllegalArgumentException("Kinds and fields are lower-case words joined by hyphens.");
        }
    }

    /** Letters and digits with single hyphens between; looked at for every field of an export, so without a pattern. */
    private static boolean isWord(String text) {
        boolean hyphenMayCome = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-') {
                if (!hyphenMayCome) {
                    return false;
                }
                hyphenMayCome = false;
            } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                hyphenMayCome = true;
            } else {
                return false;
            }
        }
        return hyphenMayCome;
    }

    /** The leaf's content, to the byte: one line for each part, fields in the order of their names. */
    public String leaf() {
        StringBuilder text = new StringBuilder(FORM)
                .append("\nid ")
                .append(id)
                .append("\nat ")
                .append(at)
                .append("\nkind ")
                .append(kind)
                .append('\n');
        fields.forEach((name, hash) -> text.append("field ")
                .append(name)
                .append(' ')
                .append(hash.base64())
                .append('\n'));
        return text.toString();
    }

    /**
     * The entry that a leaf holds.
     *
     * @throws IllegalArgumentException where the text is not exactly such a leaf
     */
    public static Entry ofLeaf(String leaf) {
        String[] lines = leaf.split("\n", -1);
        if (lines.length < 5 || !lines[0].equals(FORM)) {
            throw new IllegalArgumentException("A leaf begins with " + FORM + ".");
        }
        SortedMap<String, Hash> fields = new TreeMap<>();
        for (int i = 4; i < lines.length - 1; i++) {
            String[] field = after("field ", lines[i]).split(" ", -1);
            if (field.length != 2) {
                throw new IllegalArgumentException("A field has a name and a hash.");
            }
            fields.put(field[0], Hash.ofBase64(field[1]));
        }
        Entry entry = new Entry(
                UUID.fromString(after("id ", lines[1])),
                instant(after("at ", lines[2])),
                after("kind ", lines[3]),
                fields);
        if (!entry.leaf().equals(leaf)) {
            throw new IllegalArgumentException("A leaf has one form only.");
        }
        return entry;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException("A leaf says when in ISO 8601.", unreadable);
        }
    }

    private static String after(String label, String line) {
        if (!line.startsWith(label)) {
            throw new IllegalArgumentException("A leaf's lines stand in order.");
        }
        return line.substring(label.length());
    }
}

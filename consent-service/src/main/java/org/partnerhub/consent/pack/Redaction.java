package org.partnerhub.consent.pack;

import java.util.List;
import java.util.regex.Pattern;

/** Text with passages taken out: what is left stands there as it stood, and in its order. */
final class Redaction {

    static final String MARK = "[redacted]";

    private Redaction() {}

    /** Whether a text is another with passages taken out, at least one of them. */
    static boolean isOf(String redacted, String whole) {
        List<String> left = List.of(oneLineEnd(redacted).split(Pattern.quote(MARK), -1));
        String original = oneLineEnd(whole);
        if (left.size() < 2 || !original.startsWith(left.getFirst()) || !original.endsWith(left.getLast())) {
            return false;
        }
        int from = left.getFirst().length();
        int end = original.length() - left.getLast().length();
        for (String passage : left.subList(1, left.size() - 1)) {
            int at = original.indexOf(passage, from);
            if (at < 0 || at + passage.length() > end) {
                return false;
            }
            from = at + passage.length();
        }
        return from <= end;
    }

    /** Browsers send forms with other line ends than they were given. */
    private static String oneLineEnd(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}

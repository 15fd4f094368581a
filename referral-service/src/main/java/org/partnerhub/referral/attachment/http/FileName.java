package org.partnerhub.referral.attachment.http;

import org.partnerhub.support.web.BadInput;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** The name of a file that is sent: in a header, because an address is logged and a name may say whose it is. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * The name without any folder.
     *
     * @throws BadInput where there is none that can be kept
     */
    static String of(HttpHeaders headers) {
        String name = sent(headers);
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        boolean usable = !last.isEmpty()
                && last.length() <= LONGEST
                && last.codePoints().noneMatch(Character::isISOControl)
                && last.codePoints().allMatch(Character::isDefined);
        if (!usable) {
            throw new BadInput(
                    "/Content-Disposition",
                    "Send the file's name, at most " + LONGEST
                            + " characters: Content-Disposition: attachment; filename=\"plan.pdf\".");
        }
        return last;
    }

    private static String sent(HttpHeaders headers) {
        String header = headers.getFirst(HttpHeaders.CONTENT_DISPOSITION);
        if (header == null) {
            return "";
        }
        try {
            String name = ContentDisposition.parse(header).getFilename();
            return name == null ? "" : name;
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}

package org.partnerhub.referral.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of file that are taken: PDF, images and Word. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    WORD_97("application/msword", "doc");

    private final String mediaType;
    /** With blanks between. */
    private final String endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = String.join(" ", endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether a file's name ends as this kind's do. */
    public boolean fits(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return List.of(endings.split(" ")).contains(ending);
    }

    /** The kind that a media type means. */
    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values())
                .filter(it -> it.mediaType.equals(mediaType))
                .findFirst();
    }
}

package org.partnerhub.referral.release.http;

import org.jspecify.annotations.Nullable;

/** The bytes of an answer that may be told. */
final class Leaving {

    private final byte[] bytes;
    private final String mediaType;
    private final @Nullable String fileName;

    private Leaving(byte[] bytes, String mediaType, @Nullable String fileName) {
        this.bytes = bytes;
        this.mediaType = mediaType;
        this.fileName = fileName;
    }

    static Leaving json(byte[] bytes) {
        return new Leaving(bytes, "application/json", null);
    }

    static Leaving file(byte[] bytes, String mediaType, String name) {
        return new Leaving(bytes, mediaType, name);
    }

    byte[] bytes() {
        return bytes;
    }

    String mediaType() {
        return mediaType;
    }

    /** Where it is a file. */
    @Nullable
    String fileName() {
        return fileName;
    }

    @Override
    public String toString() {
        return "Leaving[" + bytes.length + " bytes]";
    }
}

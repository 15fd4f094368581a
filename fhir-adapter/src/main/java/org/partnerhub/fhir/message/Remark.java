package org.partnerhub.fhir.message;

/**
 * What the sender of something that was taken should hear about it.
 *
 * @param warning whether it should be mended; otherwise it is a note
 * @param words without anything that was sent as a value
 */
public record Remark(boolean warning, String words) {

    public static Remark warning(String words) {
        return new Remark(true, words);
    }

    public static Remark note(String words) {
        return new Remark(false, words);
    }
}

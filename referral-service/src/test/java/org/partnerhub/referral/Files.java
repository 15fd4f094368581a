package org.partnerhub.referral;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every kind that somebody may send. */
public final class Files {

    private static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

    private Files() {}

    public static byte[] pdf(String words) {
        return text("%PDF-1.7\n1 0 obj\n(" + words + ")\nendobj\ntrailer\n%%EOF\n");
    }

    /** A PDF of so many bytes. */
    public static byte[] pdf(int size) {
        return Arrays.copyOf(pdf("x"), size);
    }

    public static byte[] png() {
        return hex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
    }

    public static byte[] jpeg() {
        return hex("ffd8ffe000104a46494600010100000100010000ffdb");
    }

    public static byte[] gif() {
        return text("GIF89a" + "\1\0\1\0\0\0\0;");
    }

    public static byte[] webp() {
        return text("RIFF\44\0\0\0WEBPVP8 ");
    }

    public static byte[] word() {
        return zip(
                "[Content_Types].xml",
                "<Types><Override ContentType=\"" + WORD + "\"/></Types>",
                "word/document.xml",
                "<x/>");
    }

    /** The same with another order of its parts, as some programs write it. */
    public static byte[] wordWithPartsInAnotherOrder() {
        return zip(
                "word/document.xml",
                "<x/>",
                "[Content_Types].xml",
                "<Types><Override ContentType=\"" + WORD + "\"/></Types>");
    }

    public static byte[] wordWithMacros() {
        return zip(
                "[Content_Types].xml",
                "<Types><Override ContentType=\"" + WORD_WITH_MACROS + "\"/></Types>",
                "word/document.xml",
                "<x/>",
                "word/vbaProject.bin",
                "macro");
    }

    public static byte[] spreadsheet() {
        return zip("[Content_Types].xml", "<Types>spreadsheetml.sheet.main+xml</Types>", "xl/workbook.xml", "<x/>");
    }

    public static byte[] archive() {
        return zip("anything.txt", "words");
    }

    /** A program in an archive that calls itself Word, with no document in it. */
    public static byte[] archiveCalledWord() {
        return zip("[Content_Types].xml", "<Types>" + WORD + "</Types>", "setup.exe", "MZ");
    }

    public static byte[] word97(String... streams) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(hex("d0cf11e0a1b11ae1"));
        file.writeBytes(new byte[504]);
        for (String stream : streams) {
            file.writeBytes(stream.getBytes(StandardCharsets.UTF_16LE));
        }
        return file.toByteArray();
    }

    public static byte[] windowsProgram() {
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        program[60] = (byte) 128;
        program[128] = 'P';
        program[129] = 'E';
        return program;
    }

    public static byte[] linuxProgram() {
        return Arrays.copyOf(hex("7f454c4602010100000000000000000002003e00"), 128);
    }

    public static byte[] script() {
        return text("#!/bin/sh\nrm -rf /\n");
    }

    public static byte[] page() {
        return text("<!DOCTYPE html><html><script>alert(1)</script></html>");
    }

    public static byte[] drawing() {
        return text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    }

    private static byte[] zip(String... namesAndWords) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (int i = 0; i < namesAndWords.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndWords[i]));
                zip.write(text(namesAndWords[i + 1]));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static byte[] hex(String bytes) {
        return HexFormat.of().parseHex(bytes);
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.partnerhub.referral.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.tika.Tika;

/** What a file is, by its bytes alone: names and headers say what they like. */
public final class Sniffing {

    /** A name for what holds Office files since 2007, and for any other ZIP. */
    private static final String ZIP = "application/zip";

    private static final String OFFICE_ZIP = "application/x-tika-ooxml";

    /** What holds Office files until 2003. */
    private static final String OFFICE_97 = "application/x-tika-msoffice";

    private static final String WORD_MAIN_PART = "wordprocessingml.document.main+xml";
    private static final int LONGEST_LIST_OF_PARTS = 1024 * 1024;

    private final Tika tika = new Tika();

    /** The kind of a file that can be taken; empty where it is any other, or a document that carries a program. */
    public Optional<FileType> of(byte[] bytes) {
        String detected = tika.detect(bytes);
        return switch (detected) {
            case ZIP, OFFICE_ZIP -> isWord(bytes) ? Optional.of(FileType.WORD) : Optional.empty();
            case OFFICE_97 -> isWord97(bytes) ? Optional.of(FileType.WORD_97) : Optional.empty();
            default -> FileType.of(detected).filter(it -> it != FileType.WORD && it != FileType.WORD_97);
        };
    }

    private static boolean isWord(byte[] bytes) {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            ZipArchiveEntry parts = zip.getEntry("[Content_Types].xml");
            if (parts == null || zip.getEntry("word/document.xml") == null || carriesProgram(zip)) {
                return false;
            }
            String listed =
                    new String(zip.getInputStream(parts).readNBytes(LONGEST_LIST_OF_PARTS), StandardCharsets.UTF_8);
            return listed.contains(WORD_MAIN_PART) && !listed.contains("macroEnabled");
        } catch (IOException noZip) {
            return false;
        }
    }

    private static boolean carriesProgram(ZipFile zip) {
        for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
            if (entries.nextElement().getName().endsWith("vbaProject.bin")) {
                return true;
            }
        }
        return false;
    }

    /** The names of its streams stand in UTF-16 in the file's directory. */
    private static boolean isWord97(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains(stream("WordDocument")) && !text.contains(stream("_VBA_PROJECT"));
    }

    private static String stream(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}

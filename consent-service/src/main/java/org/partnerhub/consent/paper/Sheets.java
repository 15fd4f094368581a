package org.partnerhub.consent.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/** Sheets of A4 that are filled from the top, line by line, with their numbers at the foot. */
public final class Sheets implements AutoCloseable {

    /** In points, of which an inch has 72. */
    private static final float MARGIN = 56;

    private static final float FOOT = 34;
    private static final float LEADING = 1.35f;
    private static final String FACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument document = new PDDocument();
    private final PDFont face;
    private @Nullable PDPageContentStream sheet;
    private float left = 0;

    /** Empty, with a title that readers show. */
    public Sheets(String title) throws IOException {
        try (InputStream font = Objects.requireNonNull(PDFont.class.getResourceAsStream(FACE))) {
            face = PDType0Font.load(document, font);
        }
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage("en-GB");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /**
     * Adds a paragraph, broken where it must be; its own line ends stay.
     *
     * @param size of its letters, in points
     * @param space above it, in points
     */
    public void add(String text, float size, float space) throws IOException {
        left -= space;
        for (String paragraph : text.split("\n", -1)) {
            for (String line : broken(shown(paragraph), size)) {
                put(line, size);
            }
        }
    }

    private void put(String line, float size) throws IOException {
        PDPageContentStream here = sheet;
        if (here == null || left < MARGIN + size) {
            here = turn();
        }
        left -= size * LEADING;
        write(here, line, size, MARGIN, left);
    }

    private PDPageContentStream turn() throws IOException {
        if (sheet != null) {
            sheet.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDPageContentStream next = new PDPageContentStream(document, page);
        sheet = next;
        left = PDRectangle.A4.getHeight() - MARGIN;
        write(next, "Page " + document.getNumberOfPages(), 9, MARGIN, FOOT);
        return next;
    }

    private void write(PDPageContentStream where, String line, float size, float x, float y) throws IOException {
        where.beginText();
        where.setFont(face, size);
        where.newLineAtOffset(x, y);
        where.showText(line);
        where.endText();
    }

    private List<String> broken(String text, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && !fits(line + " " + word, size)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (!fits(line.toString(), size)) {
                int most = mostThatFits(line, size);
                lines.add(line.substring(0, most));
                line.delete(0, most);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private int mostThatFits(StringBuilder line, float size) throws IOException {
        int most = line.length();
        while (most > 1 && !fits(line.substring(0, most), size)) {
            most--;
        }
        return Character.isHighSurrogate(line.charAt(most - 1)) && most > 1 ? most - 1 : most;
    }

    private boolean fits(String line, float size) throws IOException {
        return face.getStringWidth(line) / 1000 * size <= PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    /** What the face has no sign for stands as a question mark. */
    private String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(it -> it == '\t' ? ' ' : it)
                .forEach(it -> shown.append(has(it) ? Character.toString(it) : "?"));
        return shown.toString();
    }

    private boolean has(int sign) {
        try {
            face.encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    /** The PDF; nothing can be added after. */
    public byte[] written() throws IOException {
        if (sheet == null) {
            turn();
        }
        Objects.requireNonNull(sheet).close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

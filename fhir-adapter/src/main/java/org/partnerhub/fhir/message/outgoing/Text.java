package org.partnerhub.fhir.message.outgoing;

/** Text as FHIR can carry it. */
final class Text {

    private Text() {}

    /** Without the control characters that neither FHIR strings nor XML may hold. */
    static String clean(String text) {
        return text.codePoints()
                .filter(Text::mayTravel)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean mayTravel(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character < 0xD800)
                || (character > 0xDFFF && character != 0xFFFE && character != 0xFFFF && character != 0xFEFF);
    }
}

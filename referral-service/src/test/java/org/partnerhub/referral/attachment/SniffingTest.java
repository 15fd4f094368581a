package org.partnerhub.referral.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.referral.Files;

class SniffingTest {

    private final Sniffing sniffing = new Sniffing();

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(FileType.PDF, Files.pdf("words")),
                Arguments.of(FileType.PNG, Files.png()),
                Arguments.of(FileType.JPEG, Files.jpeg()),
                Arguments.of(FileType.GIF, Files.gif()),
                Arguments.of(FileType.WEBP, Files.webp()),
                Arguments.of(FileType.WORD, Files.word()),
                Arguments.of(FileType.WORD, Files.wordWithPartsInAnotherOrder()),
                Arguments.of(FileType.WORD_97, Files.word97("WordDocument", "1Table")));
    }

    static Stream<Arguments> notTaken() {
        return Stream.of(
                Arguments.of("a Windows program", Files.windowsProgram()),
                Arguments.of("a Linux program", Files.linuxProgram()),
                Arguments.of("a script", Files.script()),
                Arguments.of("a page", Files.page()),
                Arguments.of("a drawing with a script", Files.drawing()),
                Arguments.of("an archive", Files.archive()),
                Arguments.of("an archive that calls itself Word", Files.archiveCalledWord()),
                Arguments.of("Word with macros", Files.wordWithMacros()),
                Arguments.of("old Word with macros", Files.word97("WordDocument", "_VBA_PROJECT")),
                Arguments.of("an old spreadsheet", Files.word97("Workbook")),
                Arguments.of("a spreadsheet", Files.spreadsheet()),
                Arguments.of("plain text", "words".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                Arguments.of("a torn archive", java.util.Arrays.copyOf(Files.word(), 60)),
                Arguments.of("nothing", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void aFileIsWhatItsBytesSay(FileType type, byte[] bytes) {
        assertThat(sniffing.of(bytes)).contains(type);
    }

    @ParameterizedTest(name = "{0} is not taken")
    @MethodSource("notTaken")
    void nothingElseIsTaken(String what, byte[] bytes) {
        assertThat(sniffing.of(bytes)).as(what).isEmpty();
    }

    @Test
    void aProgramThatAlsoBeginsLikeAPdfFurtherDownIsStillAProgram() {
        byte[] program = Files.windowsProgram();
        byte[] pdf = Files.pdf("words");
        System.arraycopy(pdf, 0, program, 200, pdf.length);

        assertThat(sniffing.of(program)).isEmpty();
    }
}

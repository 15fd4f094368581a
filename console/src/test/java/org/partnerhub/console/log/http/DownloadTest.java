package org.partnerhub.console.log.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadTest {

    private final MockHttpServletResponse browser = new MockHttpServletResponse();
    private final Download download = new Download(browser, "application/x-ndjson", "disclosure-log.ndjson");

    @Test
    void halfAnExportIsNeverDressedUpAsAWholeOne() {
        assertThatIOException().isThrownBy(() -> download.take(breakingAfter(100_000)));

        assertThatExceptionOfType(Download.ExportCutShort.class).isThrownBy(download::takeBack);
    }

    @Test
    void whatTheBrowserHasNotSeenIsTakenBack() {
        assertThatIOException().isThrownBy(() -> download.take(breakingAfter(100)));

        download.takeBack();

        assertThat(browser.getContentAsByteArray()).isEmpty();
        assertThat(browser.getHeaderNames()).isEmpty();
    }

    private static InputStream breakingAfter(int bytes) {
        return new FilterInputStream(new ByteArrayInputStream(new byte[bytes])) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                if (count < 0) {
                    throw new IOException("The connection broke.");
                }
                return count;
            }
        };
    }
}

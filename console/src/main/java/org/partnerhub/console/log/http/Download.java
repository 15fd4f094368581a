package org.partnerhub.console.log.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;

/** An export or a table of the log on its way to the browser, piece by piece: it may be larger than this process's memory. */
class Download implements DisclosureLog.ExportSink {

    private final HttpServletResponse browser;
    private final String mediaType;
    private final String file;

    Download(HttpServletResponse browser, String mediaType, String file) {
        this.browser = browser;
        this.mediaType = mediaType;
        this.file = file;
    }

    @Override
    public void take(InputStream export) throws IOException {
        browser.setContentType(mediaType);
        browser.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
        export.transferTo(browser.getOutputStream());
    }

    /**
     * Makes room for a page that says what went wrong.
     *
     * @throws ExportCutShort where the browser already has a part: it must see a broken download, never half an export that looks whole
     */
    void takeBack() {
        if (browser.isCommitted()) {
            throw new ExportCutShort();
        }
        browser.reset();
    }

    /** The export ended before its end. */
    static final class ExportCutShort extends IllegalStateException {
        private static final long serialVersionUID = 1;
    }
}

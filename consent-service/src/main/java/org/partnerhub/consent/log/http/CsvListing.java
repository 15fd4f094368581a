package org.partnerhub.consent.log.http;

import java.io.PrintWriter;
import java.util.List;
import org.partnerhub.consent.log.FoundEntry;

/** Entries as RFC 4180 text; every field is an id, a time, a code or codes with blanks between, so nothing needs quoting. */
final class CsvListing {

    static final String MEDIA_TYPE = "text/csv";

    private static final List<String> FIELDS =
            List.of("recipient", "purpose", "outcome", "ground", "permitted", "withheld", "rules", "requester");

    private final PrintWriter to;

    private CsvListing(PrintWriter to) {
        this.to = to;
    }

    /** With its heading written. */
    static CsvListing into(PrintWriter to) {
        CsvListing listing = new CsvListing(to);
        listing.write("at,kind,entry,index," + String.join(",", FIELDS));
        return listing;
    }

    void line(FoundEntry entry) {
        StringBuilder line = new StringBuilder()
                .append(entry.at())
                .append(',')
                .append(entry.kind())
                .append(',')
                .append(entry.id())
                .append(',')
                .append(entry.index() == null ? "" : entry.index());
        FIELDS.forEach(field -> line.append(',').append(entry.fields().getOrDefault(field, "")));
        write(line.toString());
    }

    private void write(String line) {
        to.write(line);
        to.write("\r\n");
    }
}

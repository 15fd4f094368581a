package org.partnerhub.console.log.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.log.FoundLog;
import org.partnerhub.console.log.FoundPage;
import org.partnerhub.console.log.Listing;
import org.partnerhub.console.log.Look;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;

/** consent-service's log. */
@Component
public class DisclosureLog {

    private static final String CONSENT = "consent";

    private final OfficerCalls calls;

    DisclosureLog(OfficerCalls calls) {
        this.calls = calls;
    }

    /** Everything about a person, a referral or around an entry, in the order in which it was written. */
    public Answer<FoundLog> search(OAuth2AuthorizedClient officer, Look look) {
        return calls.send(officer, CONSENT, look.question(), calls.document(FoundEntries::read), "/log/searches");
    }

    Answer<FoundPage> list(OAuth2AuthorizedClient officer, Listing listing) {
        return calls.send(officer, CONSENT, listing.sent(), calls.document(FoundEntries::page), "/log/listings");
    }

    Answer<Exported> listAs(OAuth2AuthorizedClient officer, String mediaType, Listing listing, ExportSink sink) {
        return calls.sendFor(officer, CONSENT, mediaType, listing.sent(), into(sink), "/log/listings");
    }

    Answer<Exported> export(OAuth2AuthorizedClient officer, String reason, ExportSink sink) {
        return calls.send(officer, CONSENT, Map.of("reason", reason), into(sink), "/log/exports");
    }

    private static OfficerCalls.Reading<Exported> into(ExportSink sink) {
        return body -> {
            sink.take(body);
            return new Exported();
        };
    }

    /** An export has been handed to the browser. */
    record Exported() {}

    /** Takes the export as it streams in. */
    @FunctionalInterface
    interface ExportSink {
        void take(InputStream export) throws IOException;
    }
}

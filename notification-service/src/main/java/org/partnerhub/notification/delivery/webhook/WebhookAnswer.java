package org.partnerhub.notification.delivery.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.delivery.Sender.Sent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver's answer means. Nothing of it is kept but a short reference: receivers put names into error texts. */
final class WebhookAnswer {

    private static final int LONGEST = 8 * 1024;
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private WebhookAnswer() {}

    static Sent read(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        String reason = "recipient-answered-" + status;
        return switch (status / 100) {
            case 2 -> new Sent.Acknowledged(reference(response), null);
            case 4 ->
                status == 408 || status == 425 || status == 429
                        ? new Sent.NotArrived(reason, retryAfter(response))
                        : new Sent.TurnedAway(reason);
            default -> new Sent.MaybeArrived(reason, retryAfter(response));
        };
    }

    private static @Nullable String reference(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return null;
        }
        try (InputStream content = response.getEntity().getContent()) {
            String reference = JsonMapper.shared()
                    .readTree(content.readNBytes(LONGEST))
                    .path("reference")
                    .asString("");
            return REFERENCE.matcher(reference).matches() ? reference : null;
        } catch (JacksonException noJson) {
            return null;
        }
    }

    /** Only the form in seconds: a date would let the receiver's clock decide. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return header != null && SECONDS.matcher(header.getValue()).matches()
                ? Duration.ofSeconds(Long.parseLong(header.getValue()))
                : null;
    }
}

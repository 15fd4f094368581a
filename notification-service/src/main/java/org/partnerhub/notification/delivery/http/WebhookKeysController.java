package org.partnerhub.notification.delivery.http;

import java.time.Duration;
import java.util.Map;
import org.partnerhub.notification.delivery.webhook.MessageSignature;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WebhookKeysController {

    /** Shorter than any overlap of two keys. */
    private static final Duration CACHED = Duration.ofMinutes(5);

    private final MessageSignature signature;

    WebhookKeysController(MessageSignature signature) {
        this.signature = signature;
    }

    @GetMapping("/webhook-keys")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(signature.publicKeys());
    }
}

package org.partnerhub.consent.permit.http;

import org.partnerhub.consent.permit.PermitSigner;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PermitKeysController {

    private final PermitSigner signer;

    PermitKeysController(PermitSigner signer) {
        this.signer = signer;
    }

    @GetMapping(path = "/internal/permit-keys", produces = MediaType.APPLICATION_JSON_VALUE)
    String keys() {
        return signer.published();
    }
}

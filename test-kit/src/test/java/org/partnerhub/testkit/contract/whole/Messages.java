package org.partnerhub.testkit.contract.whole;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Messages {

    @PostMapping("/internal/fhir/messages")
    String send() {
        return "sent";
    }
}

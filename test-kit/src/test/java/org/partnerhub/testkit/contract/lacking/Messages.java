package org.partnerhub.testkit.contract.lacking;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Messages {

    @GetMapping("/internal/fhir/messages/{message}")
    String read() {
        return "read";
    }
}

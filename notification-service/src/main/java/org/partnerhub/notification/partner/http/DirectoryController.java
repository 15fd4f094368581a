package org.partnerhub.notification.partner.http;

import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.notification.partner.store.Partners;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectoryController {

    private final Partners partners;

    DirectoryController(Partners partners) {
        this.partners = partners;
    }

    @GetMapping("/internal/directory")
    Directory directory() {
        return partners.directory();
    }
}

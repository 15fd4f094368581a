package org.partnerhub.consent.purpose.http;

import java.util.List;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the purposes are, so that a form offers them and nobody types a code. */
@RestController
class PurposesController {

    private final Purposes purposes;

    PurposesController(Purposes purposes) {
        this.purposes = purposes;
    }

    @GetMapping("/purposes")
    Listed all() {
        return new Listed(purposes.all().stream().map(Item::of).toList());
    }

    record Listed(List<Item> items) {}

    record Item(Purpose id, String name, GroundKind ground) {
        static Item of(PurposePolicy policy) {
            return new Item(policy.id(), policy.name(), policy.ground());
        }
    }
}

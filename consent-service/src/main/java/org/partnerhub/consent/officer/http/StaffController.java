package org.partnerhub.consent.officer.http;

import java.util.List;
import org.partnerhub.consent.officer.StaffName;
import org.partnerhub.consent.officer.store.StaffNames;
import org.partnerhub.support.security.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells staff who is behind the accounts that the log and its registers name. */
@RestController
class StaffController {

    private final StaffNames names;

    StaffController(StaffNames names) {
        this.names = names;
    }

    @GetMapping("/staff")
    ResponseEntity<Object> all(Caller caller) {
        return Officers.orOperators(caller) ? ResponseEntity.ok(new Staff(names.all())) : Officers.only();
    }

    private record Staff(List<StaffName> items) {}
}

package org.partnerhub.console.page.http;

import java.util.Arrays;
import java.util.Set;
import org.partnerhub.console.signin.StaffPage;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff arrive and where they leave. */
@Controller
class FrontPages {

    /** The first page that is open to this person. */
    @GetMapping("/")
    String start(Authentication staff) {
        Set<String> roles = AuthorityUtils.authorityListToSet(staff.getAuthorities());
        return Arrays.stream(StaffPage.values())
                .filter(page -> page.inNavigation() && page.isOpenTo(roles))
                .findFirst()
                .map(page -> "redirect:" + page.path())
                .orElse("start");
    }

    /** Somebody who reads a long page says that they are still there. */
    @GetMapping("/still-here")
    ResponseEntity<Void> stillHere() {
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/signed-out")
    String farewell() {
        return "signed-out";
    }
}

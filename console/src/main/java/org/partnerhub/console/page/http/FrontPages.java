package org.partnerhub.console.page.http;

import org.partnerhub.console.signin.StaffRole;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff arrive and where they leave. */
@Controller
class FrontPages {

    @GetMapping("/")
    String start(Authentication staff) {
        return mayReadTheLog(staff) ? "redirect:/log" : "start";
    }

    private static boolean mayReadTheLog(Authentication staff) {
        return staff.getAuthorities().stream()
                .anyMatch(it -> StaffRole.GOVERNANCE_OFFICER.code().equals(it.getAuthority()));
    }

    @GetMapping("/signed-out")
    String farewell() {
        return "signed-out";
    }
}

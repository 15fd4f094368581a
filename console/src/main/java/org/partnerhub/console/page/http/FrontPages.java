package org.partnerhub.console.page.http;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** That somebody is still there, and where they leave. */
@Controller
class FrontPages {

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

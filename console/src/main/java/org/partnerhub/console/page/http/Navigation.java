package org.partnerhub.console.page.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.signin.StaffPage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs: the pages that this person may open, and how long they may rest. */
@ControllerAdvice
class Navigation {

    @ModelAttribute("navigation")
    List<Link> navigation(@Nullable Authentication staff, HttpServletRequest request) {
        if (staff == null) {
            return List.of();
        }
        Set<String> roles = AuthorityUtils.authorityListToSet(staff.getAuthorities());
        String here = request.getRequestURI().substring(request.getContextPath().length()) + "/";
        return Arrays.stream(StaffPage.values())
                .filter(page -> page.isOpenTo(roles))
                .map(page -> new Link(page.path(), page.label(), isCurrent(page, here)))
                .toList();
    }

    private static boolean isCurrent(StaffPage page, String here) {
        return page == StaffPage.TODAY ? here.equals("//") : here.startsWith(page.path() + "/");
    }

    /** Seconds without activity after which the session ends; 0 where there is none. */
    @ModelAttribute("idleSeconds")
    int idleSeconds(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval();
    }

    /** One entry of the navigation. */
    record Link(String path, String label, boolean current) {}
}

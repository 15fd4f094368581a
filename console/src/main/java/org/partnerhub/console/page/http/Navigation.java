package org.partnerhub.console.page.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.signin.StaffSection;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of every page needs: the sections and pages that this person may open, and how long they may rest. */
@ControllerAdvice
class Navigation {

    /** The sections in which something is open to the reader; each leads to its first page. */
    @ModelAttribute("navigation")
    List<Link> navigation(@Nullable Authentication staff, HttpServletRequest request) {
        Reader reader = new Reader(staff, request);
        return Arrays.stream(StaffSection.values())
                .map(section -> reader.pages(section))
                .filter(pages -> !pages.isEmpty())
                .map(pages -> section(pages, reader))
                .toList();
    }

    private static Link section(List<StaffPage> pages, Reader reader) {
        StaffPage first = pages.getFirst();
        String label = StaffSection.of(first).label();
        boolean alone = pages.size() == 1;
        return pages.stream()
                .filter(reader::isIn)
                .findFirst()
                .map(here -> new Link(first.path(), label, alone ? reader.current(here) : "true"))
                .orElse(new Link(first.path(), label, ""));
    }

    /** The pages of the section in which the reader is; nothing where it has one only. */
    @ModelAttribute("sectionPages")
    List<Link> sectionPages(@Nullable Authentication staff, HttpServletRequest request) {
        Reader reader = new Reader(staff, request);
        return Arrays.stream(StaffSection.values())
                .map(reader::pages)
                .filter(pages -> pages.size() > 1 && pages.stream().anyMatch(reader::isIn))
                .flatMap(List::stream)
                .map(page -> new Link(page.path(), page.label(), reader.current(page)))
                .toList();
    }

    /** Seconds without activity after which the session ends; 0 where there is none. */
    @ModelAttribute("idleSeconds")
    int idleSeconds(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : session.getMaxInactiveInterval();
    }

    /** Who reads, and where they are. */
    private record Reader(Set<String> roles, String here) {

        Reader(@Nullable Authentication staff, HttpServletRequest request) {
            this(
                    staff == null ? Set.of() : AuthorityUtils.authorityListToSet(staff.getAuthorities()),
                    request.getRequestURI().substring(request.getContextPath().length()));
        }

        List<StaffPage> pages(StaffSection section) {
            return section.pages().stream().filter(it -> it.isOpenTo(roles)).toList();
        }

        boolean isIn(StaffPage page) {
            return isOn(page) || (page != StaffPage.TODAY && here.startsWith(page.path() + "/"));
        }

        private boolean isOn(StaffPage page) {
            return here.equals(page.path());
        }

        String current(StaffPage page) {
            if (isOn(page)) {
                return "page";
            }
            return isIn(page) ? "true" : "";
        }
    }

    /**
     * One entry of the navigation.
     *
     * @param current {@code page} where the reader is on it, {@code true} where they are somewhere within, otherwise empty
     */
    record Link(String path, String label, String current) {}
}

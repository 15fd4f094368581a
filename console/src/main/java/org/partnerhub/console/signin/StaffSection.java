package org.partnerhub.console.signin;

import java.util.Arrays;
import java.util.List;

/** The parts of the console, in the order of the navigation: few enough to stand on one line, each with the pages that belong together. */
@SuppressWarnings("ImmutableEnumChecker") // its lists come from List.of
public enum StaffSection {
    TODAY("Today", StaffPage.TODAY),
    CHILD("A child", StaffPage.CHILD),
    DISCLOSURES("Disclosures", StaffPage.LOG, StaffPage.PROSPECTS, StaffPage.INTEGRITY),
    SHARING("Sharing", StaffPage.OVERRIDES, StaffPage.AUTHORISING, StaffPage.CONSENTS, StaffPage.AGREEMENTS),
    RIGHTS("People and rights", StaffPage.REQUESTS, StaffPage.BREACHES, StaffPage.PEOPLE),
    STAYS("Stays", StaffPage.STAYS),
    DELIVERIES("Deliveries and partners", StaffPage.DELIVERIES),
    CHECKS("Audit and reports", StaffPage.SAMPLES, StaffPage.REPORTS);

    private final String label;
    private final List<StaffPage> pages;

    StaffSection(String label, StaffPage... pages) {
        this.label = label;
        this.pages = List.of(pages);
    }

    /** Its name in the navigation. */
    public String label() {
        return label;
    }

    public List<StaffPage> pages() {
        return pages;
    }

    /** Where a page belongs. */
    public static StaffSection of(StaffPage page) {
        return Arrays.stream(values())
                .filter(it -> it.pages.contains(page))
                .findFirst()
                .orElseThrow();
    }
}

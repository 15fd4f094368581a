package org.partnerhub.console.signin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Every page of the console. Who may open what, the navigation and the tests of both are made from this one list; what is not in it is
 * closed. {@link StaffSection} says where each stands.
 */
@SuppressWarnings("ImmutableEnumChecker") // its sets and lists come from Set.of and List.of
public enum StaffPage {
    TODAY("/", "Today", "Today", Set.of(StaffRole.values()), List.of("/still-here"), List.of()),
    CHILD(
            "/child",
            "A child",
            "A child",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of(),
            List.of("/child/searches", "/child/timeline")),
    LOG(
            "/log",
            "Disclosure log",
            "Disclosure log",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of(),
            List.of("/log/listings", "/log/listings/table", "/log/listings/part", "/log/searches", "/log/exports")),
    PROSPECTS(
            "/who-could-be-told",
            "Who could be told what",
            "Who could be told what",
            Set.of(StaffRole.GOVERNANCE_OFFICER, StaffRole.GOVERNANCE_APPROVER),
            List.of(),
            List.of("/who-could-be-told/searches")),
    AUTHORISING(
            "/share-without-consent",
            "Share without consent",
            "Share without consent",
            Set.of(StaffRole.GOVERNANCE_APPROVER),
            List.of(),
            List.of("/share-without-consent")),
    OVERRIDES(
            "/sharing-without-consent",
            "Sharing without consent",
            "Sharing without consent",
            Set.of(StaffRole.GOVERNANCE_OFFICER, StaffRole.GOVERNANCE_APPROVER),
            List.of("/sharing-without-consent/*"),
            List.of("/sharing-without-consent/*/review")),
    CONSENTS(
            "/consents",
            "Consents",
            "Consents",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of(),
            List.of("/consents/searches")),
    AGREEMENTS(
            "/agreements",
            "Information sharing agreements",
            "Agreements",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/agreements/new", "/agreements/*"),
            List.of("/agreements/new", "/agreements/*/days")),
    SAMPLES(
            "/audit-samples",
            "Audit sample",
            "Audit sample",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/audit-samples/new", "/audit-samples/*", "/audit-samples/*/entries/*"),
            List.of("/audit-samples/new", "/audit-samples/*/entries/*")),
    REQUESTS(
            "/requests",
            "Requests about own records",
            "Subject access",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/requests/new", "/requests/*", "/requests/*/pieces/*", "/requests/*/paper", "/requests/*/data"),
            List.of(
                    "/requests/new",
                    "/requests/*/extension",
                    "/requests/*/answer",
                    "/requests/*/pieces",
                    "/requests/*/inclusion",
                    "/requests/*/pieces/*",
                    "/requests/*/pack")),
    BREACHES(
            "/breaches",
            "Breaches of personal data",
            "Breaches",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/breaches/new", "/breaches/*", "/breaches/*/paper"),
            List.of("/breaches/new")),
    PEOPLE(
            "/people",
            "People who may be one",
            "Possible duplicates",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/people/*"),
            List.of("/people/*/look", "/people/*/settlement")),
    STAYS(
            "/stays",
            "Hospital and residential stays",
            "Stays",
            Set.of(StaffRole.GOVERNANCE_OFFICER, StaffRole.OPERATOR),
            List.of("/stays/*"),
            List.of("/stays/*/answer")),
    DELIVERIES(
            "/deliveries",
            "Deliveries and partners",
            "Deliveries and partners",
            Set.of(StaffRole.OPERATOR),
            List.of(
                    "/deliveries/list",
                    "/deliveries/partners/*",
                    "/deliveries/by-hand/*",
                    "/deliveries/onboardings",
                    "/deliveries/onboardings/new",
                    "/deliveries/onboardings/*"),
            List.of(
                    "/deliveries/replays",
                    "/deliveries/partners/*/pause",
                    "/deliveries/partners/*/test-messages",
                    "/deliveries/onboardings/new",
                    "/deliveries/onboardings/*/decision",
                    "/deliveries/onboardings/*/client",
                    "/deliveries/by-hand/*/content",
                    "/deliveries/by-hand/*/settlement")),
    REPORTS(
            "/reports",
            "Reports",
            "Reports",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/reports/disclosures", "/reports/time-to-answer", "/reports/consent-coverage"),
            List.of()),
    INTEGRITY(
            "/integrity",
            "Integrity of the log",
            "Integrity",
            Set.of(StaffRole.GOVERNANCE_OFFICER),
            List.of("/integrity/checkpoints/*"),
            List.of("/integrity/check", "/integrity/proof"));

    private final String path;
    private final String title;
    private final String label;
    private final Set<StaffRole> roles;
    private final List<String> further;
    private final List<String> forms;

    /**
     * One page with what belongs to it.
     *
     * @param label its name in the navigation of its section
     * @param further what else is read there, as patterns
     * @param forms where its forms lead, as patterns
     */
    StaffPage(String path, String title, String label, Set<StaffRole> roles, List<String> further, List<String> forms) {
        this.path = path;
        this.title = title;
        this.label = label;
        this.roles = roles;
        this.further = further;
        this.forms = forms;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    public String label() {
        return label;
    }

    public Set<StaffRole> roles() {
        return roles;
    }

    /** Everything that is read there: the page itself first. */
    public List<String> reads() {
        List<String> reads = new ArrayList<>(List.of(path));
        reads.addAll(further);
        return reads;
    }

    public List<String> forms() {
        return forms;
    }

    /** Whether somebody with these roles, by their codes, may open it. */
    public boolean isOpenTo(Collection<String> codes) {
        return StaffRole.among(codes).stream().anyMatch(roles::contains);
    }
}

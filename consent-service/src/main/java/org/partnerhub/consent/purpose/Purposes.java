package org.partnerhub.consent.purpose;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyProblem;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import tools.jackson.core.JsonPointer;

/** All purposes; whatever is not among them is refused. */
public final class Purposes {

    /** The kinds of recipient, as policy/partners.yml lists them. */
    private static final Set<String> KINDS = Set.of(
            "police",
            "school",
            "college",
            "council",
            "mental-health",
            "hospital",
            "community-health",
            "voluntary",
            "probation",
            "housing",
            "youth-justice",
            "adult-care",
            "substance-misuse",
            "icb",
            "panel",
            "any");

    /** Roles of the realm that sign in; who of them may authorise is the file's to say. */
    private static final Set<String> ROLES = Set.of("governance-officer", "governance-approver", "operator");

    private static final Pattern ARTICLE_6 = Pattern.compile("6\\(1\\)\\([a-f]\\)");
    private static final Pattern ARTICLE_9 = Pattern.compile("9\\(2\\)\\([a-j]\\)");

    private final Map<Purpose, PurposePolicy> byId;
    private final String version;

    private Purposes(Map<Purpose, PurposePolicy> byId, String version) {
        this.byId = Map.copyOf(byId);
        this.version = version;
    }

    /**
     * The purposes of a file.
     *
     * @throws PolicyUnusable naming each line that does not make sense and what to write instead
     */
    public static Purposes of(PolicyFile file) {
        List<PurposePolicy> purposes = file.as(Content.class).purposes();
        List<PolicyProblem> problems = new ArrayList<>();
        Map<Purpose, PurposePolicy> byId = new LinkedHashMap<>();
        for (int i = 0; i < purposes.size(); i++) {
            PurposePolicy purpose = purposes.get(i);
            JsonPointer at = JsonPointer.compile("/purposes/" + i);
            check(purpose, at, file, problems);
            if (byId.put(purpose.id(), purpose) != null) {
                problems.add(file.problem(at, "The purpose " + purpose.id() + " stands here twice; remove one."));
            }
        }
        if (!problems.isEmpty()) {
            throw new PolicyUnusable(problems);
        }
        return new Purposes(byId, file.version());
    }

    private static void check(PurposePolicy purpose, JsonPointer at, PolicyFile file, List<PolicyProblem> problems) {
        if (purpose.ground() == GroundKind.OVERRIDE) {
            problems.add(
                    file.problem(
                            at.appendProperty("ground"),
                            "No purpose rests on an override; write explicit-consent, statutory-duty, public-task or vital-interests."));
        }
        if (purpose.restsOnConsent() == (purpose.authority() != null)) {
            problems.add(file.problem(
                    at.appendProperty("authority"),
                    purpose.restsOnConsent()
                            ? "Remove 'authority': this purpose rests on consent."
                            : "Add 'authority': the Act and section that " + purpose.id() + " relies on."));
        }
        if (purpose.restsOnConsent() && purpose.agreement() == PurposePolicy.AgreementNeed.NOT_REQUIRED) {
            problems.add(file.problem(
                    at.appendProperty("agreement"), "Write 'required': nothing goes on consent without an agreement."));
        }
        if (purpose.whereabouts() != PurposePolicy.Whereabouts.WITHHELD && purpose.restsOnConsent()) {
            problems.add(file.problem(
                    at.appendProperty("whereabouts"),
                    "Write 'withheld': protected whereabouts never leave on consent."));
        }
        basis(purpose, at, file, problems);
        for (String role : purpose.mayOverride() == null ? List.<String>of() : purpose.mayOverride()) {
            if (!ROLES.contains(role)) {
                problems.add(
                        file.problem(
                                at.appendProperty("may-override"),
                                "'" + role
                                        + "' is no role that signs in; write governance-approver, governance-officer or operator."));
            }
        }
        for (String kind : purpose.recipients()) {
            if (!KINDS.contains(kind)) {
                problems.add(file.problem(
                        at.appendProperty("recipients"),
                        "'" + kind + "' is no kind of recipient; see the head of policy/partners.yml."));
            }
        }
    }

    private static void basis(PurposePolicy purpose, JsonPointer at, PolicyFile file, List<PolicyProblem> problems) {
        if (!ARTICLE_6.matcher(purpose.article6()).matches()) {
            problems.add(
                    file.problem(at.appendProperty("article-6"), "Write a condition of Article 6, such as 6(1)(e)."));
        }
        if (purpose.article9() != null && !ARTICLE_9.matcher(purpose.article9()).matches()) {
            problems.add(
                    file.problem(at.appendProperty("article-9"), "Write a condition of Article 9, such as 9(2)(h)."));
        }
        if (purpose.article9() == null && !purpose.carries().isEmpty()) {
            problems.add(file.problem(at, "Add 'article-9': what " + purpose.id() + " carries can be about health."));
        }
        if (purpose.retention().isBlank()) {
            problems.add(file.problem(at.appendProperty("retention"), "Write how long the record of it is kept."));
        }
    }

    public Optional<PurposePolicy> find(Purpose purpose) {
        return Optional.ofNullable(byId.get(purpose));
    }

    /** All, in the order of their ids. */
    public List<PurposePolicy> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(it -> it.id().value()))
                .toList();
    }

    /** Hash of the file; every decision names it. */
    public String version() {
        return version;
    }

    /** The file as it is written; bound by PolicyFile. */
    record Content(@JsonProperty(required = true) List<PurposePolicy> purposes) {
        Content {
            purposes = List.copyOf(purposes);
        }
    }
}

package org.partnerhub.fhir.consent.incoming;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.consent.PurposesOnConsent;
import org.partnerhub.fhir.consent.Terms;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * Provisions as IHE's Privacy Consent on FHIR reads them: a nested one is an exception that turns the outer one round, different elements
 * restrict together, repetitions widen, an absent element does not restrict. A permit is read at its narrowest and a deny at its widest.
 */
final class ProvisionReading {

    private static final String ROOT = "Consent.provision";

    private final PurposesOnConsent policy;
    private final ActReasons reasons;
    private final ProvisionComponent root;
    private final List<String> notKept;
    private final Set<Purpose> purposes;

    /** Reads it, adding to notKept what is left out because that only narrows. */
    ProvisionReading(PurposesOnConsent policy, ProvisionComponent root, List<String> notKept) {
        this.policy = policy;
        this.reasons = new ActReasons(policy);
        this.root = root;
        this.notKept = notKept;
        Unexpressed.refuse(root, ROOT);
        Unexpressed.refuse(
                !permits() && root.hasSecurityLabel(),
                ROOT + ".securityLabel",
                "Name in class what is refused: the hub's information has no security labels.");
        this.purposes = readPurposes();
    }

    /** Whether the root permits; R4 forbids a type there, and published consents have one all the same. */
    boolean permits() {
        return root.getType() != ConsentProvisionType.DENY;
    }

    Set<Purpose> purposes() {
        return purposes;
    }

    /** Every purpose that rests on consent is refused where none is named; what is agreed to must be. */
    private Set<Purpose> readPurposes() {
        Unexpressed.refuse(
                permits() && !root.hasPurpose(),
                ROOT + ".purpose",
                "Name the purposes, by codes of " + Hub.PURPOSE + ".");
        if (permits()) {
            return reasons.permitted(root.getPurpose(), ROOT, notKept);
        }
        return root.hasPurpose() ? reasons.denied(root.getPurpose(), ROOT, notKept) : policy.all();
    }

    /** Whom an absent actor means: everybody whom the purposes may go to, and for a refusal whoever receives anything on consent. */
    Terms.Reach recipients() {
        if (root.hasActor()) {
            return reach(root, ROOT);
        }
        Set<String> kinds = permits() ? policy.kindsOf(purposes) : policy.kinds();
        Unexpressed.refuse(kinds.isEmpty(), ROOT + ".actor", "Name the recipients, or their kinds, as actors.");
        return new Terms.Reach(kinds, Set.of());
    }

    /** Every category that the purposes ever carry where neither class nor label restricts them. */
    Set<Category> categories() {
        Set<Category> categories = EnumSet.copyOf(root.hasClass_() ? classes(root, ROOT) : policy.carriedBy(purposes));
        if (root.hasSecurityLabel()) {
            categories.retainAll(SecurityLabels.covered(root.getSecurityLabel(), ROOT, notKept));
            Unexpressed.refuse(
                    categories.isEmpty(),
                    ROOT + ".securityLabel",
                    "Nothing of these purposes and classes lies within the label; name a higher one.");
        }
        return categories;
    }

    List<Terms.Excepted> exceptions() {
        List<Terms.Excepted> exceptions = new ArrayList<>();
        for (int i = 0; i < root.getProvision().size(); i++) {
            exceptions.add(exception(root.getProvision().get(i), ROOT + ".provision[" + i + "]"));
        }
        return exceptions;
    }

    private Terms.Excepted exception(ProvisionComponent nested, String at) {
        ConsentProvisionType same = permits() ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY;
        Unexpressed.refuse(
                nested.getType() == same, at + ".type", "Record what is also permitted as a Consent of its own.");
        Unexpressed.refuse(!permits(), at, "The hub has no exceptions from a refusal; record what is refused.");
        Unexpressed.refuse(nested.hasProvision(), at + ".provision", "The hub has no exceptions from exceptions.");
        Unexpressed.refuse(nested.hasPeriod(), at + ".period", "An exception holds for as long as the consent.");
        Unexpressed.refuse(
                nested.hasPurpose() && !coversPurposes(nested, at),
                at + ".purpose",
                "An exception holds for every purpose of the consent.");
        Unexpressed.refuse(
                nested.hasSecurityLabel(),
                at + ".securityLabel",
                "Name in class what is excepted: the hub's information has no security labels.");
        Unexpressed.refuse(nested, at);
        return new Terms.Excepted(
                nested.hasActor() ? reach(nested, at) : recipients(),
                nested.hasClass_() ? classes(nested, at) : Set.of());
    }

    private boolean coversPurposes(ProvisionComponent nested, String at) {
        return reasons.permitted(nested.getPurpose(), at, new ArrayList<>()).containsAll(purposes);
    }

    private static Set<Category> classes(ProvisionComponent provision, String at) {
        Set<Category> categories = EnumSet.noneOf(Category.class);
        for (int i = 0; i < provision.getClass_().size(); i++) {
            String element = at + ".class[" + i + "]";
            String code = code(provision.getClass_().get(i), Hub.CATEGORY, element);
            try {
                categories.add(Category.of(code));
            } catch (IllegalArgumentException unknown) {
                throw MessageRefused.unprocessable(element, "Use a code of " + Hub.CATEGORY + ".");
            }
        }
        return categories;
    }

    static String code(@Nullable Coding coding, String system, String element) {
        if (coding == null || !system.equals(coding.getSystem()) || !coding.hasCode()) {
            throw MessageRefused.unprocessable(element, "Use a code of " + system + ".");
        }
        return coding.getCode();
    }

    private static Terms.Reach reach(ProvisionComponent provision, String at) {
        Set<String> kinds = new HashSet<>();
        Set<RecipientId> ids = new HashSet<>();
        for (int i = 0; i < provision.getActor().size(); i++) {
            add(provision.getActor().get(i), at + ".actor[" + i + "].reference", kinds, ids);
        }
        return new Terms.Reach(kinds, ids);
    }

    private static void add(provisionActorComponent actor, String element, Set<String> kinds, Set<RecipientId> ids) {
        Identifier who = actor.getReference().getIdentifier();
        try {
            if (Hub.RECIPIENT.equals(who.getSystem()) && who.hasValue()) {
                ids.add(new RecipientId(who.getValue()));
                return;
            }
        } catch (IllegalArgumentException nonsense) {
            throw MessageRefused.unprocessable(element, "Name a recipient of the hub's directory.");
        }
        if (!Hub.RECIPIENT_KIND.equals(who.getSystem()) || !who.hasValue()) {
            throw MessageRefused.unprocessable(
                    element,
                    "Name a recipient by an identifier of " + Hub.RECIPIENT + ", or a kind of them by one of "
                            + Hub.RECIPIENT_KIND + ".");
        }
        kinds.add(who.getValue());
    }
}

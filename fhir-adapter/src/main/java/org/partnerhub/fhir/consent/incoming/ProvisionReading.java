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
import org.partnerhub.fhir.consent.Terms;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * Provisions as IHE's Privacy Consent on FHIR reads them: a nested one is an exception that turns the outer one round, different elements
 * restrict together, repetitions widen, an absent element does not restrict. The hub says for whom and for what by name, so the root
 * must; an exception may leave them out.
 */
final class ProvisionReading {

    private static final String ROOT = "Consent.provision";

    private ProvisionReading() {}

    /** Whether the root permits; R4 forbids a type there, and published consents have one all the same. */
    static boolean permits(ProvisionComponent root) {
        return root.getType() != ConsentProvisionType.DENY;
    }

    static void check(ProvisionComponent root) {
        Unexpressed.refuse(root, ROOT);
    }

    static Set<Purpose> purposes(ProvisionComponent root) {
        Unexpressed.refuse(
                !root.hasPurpose(), ROOT + ".purpose", "Name the purposes, by codes of " + Hub.PURPOSE + ".");
        return purposes(root, ROOT);
    }

    static Terms.Reach recipients(ProvisionComponent root) {
        Unexpressed.refuse(!root.hasActor(), ROOT + ".actor", "Name the recipients, or their kinds, as actors.");
        return reach(root, ROOT);
    }

    /** Every category where no class restricts them: that can be said. */
    static Set<Category> categories(ProvisionComponent root) {
        return root.hasClass_() ? classes(root, ROOT) : EnumSet.allOf(Category.class);
    }

    static List<Terms.Excepted> exceptions(ProvisionComponent root) {
        List<Terms.Excepted> exceptions = new ArrayList<>();
        for (int i = 0; i < root.getProvision().size(); i++) {
            exceptions.add(exception(root, root.getProvision().get(i), ROOT + ".provision[" + i + "]"));
        }
        return exceptions;
    }

    private static Terms.Excepted exception(ProvisionComponent root, ProvisionComponent nested, String at) {
        ConsentProvisionType same = permits(root) ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY;
        Unexpressed.refuse(
                nested.getType() == same, at + ".type", "Record what is also permitted as a Consent of its own.");
        Unexpressed.refuse(!permits(root), at, "The hub has no exceptions from a refusal; record what is refused.");
        Unexpressed.refuse(nested.hasProvision(), at + ".provision", "The hub has no exceptions from exceptions.");
        Unexpressed.refuse(nested.hasPeriod(), at + ".period", "An exception holds for as long as the consent.");
        Unexpressed.refuse(
                nested.hasPurpose() && !purposes(nested, at).containsAll(purposes(root, ROOT)),
                at + ".purpose",
                "An exception holds for every purpose of the consent.");
        Unexpressed.refuse(nested, at);
        return new Terms.Excepted(
                nested.hasActor() ? reach(nested, at) : reach(root, ROOT),
                nested.hasClass_() ? classes(nested, at) : Set.of());
    }

    private static Set<Purpose> purposes(ProvisionComponent provision, String at) {
        Set<Purpose> purposes = new HashSet<>();
        for (int i = 0; i < provision.getPurpose().size(); i++) {
            String element = at + ".purpose[" + i + "]";
            String code = code(provision.getPurpose().get(i), Hub.PURPOSE, element);
            try {
                purposes.add(new Purpose(code));
            } catch (IllegalArgumentException nonsense) {
                throw MessageRefused.unprocessable(element, "Use a code of " + Hub.PURPOSE + ".");
            }
        }
        return purposes;
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

    private static String code(@Nullable Coding coding, String system, String element) {
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

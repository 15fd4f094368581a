package org.partnerhub.consent.decision.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.override.OverrideGround;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * The partnership's notes on consent, as a plain procedure over plain loops. It shares the records that hold data with the engine and
 * no method that judges: each sentence of the notes is written down here again, and the comments quote it.
 */
public final class ReferenceModel {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** What holds words that somebody wrote (schema/disclosure.json). */
    private static final Set<String> WORDS = Set.of(
            "education",
            "emotional-health",
            "physical-health",
            "safety",
            "police",
            "housing-and-money",
            "voice",
            "plan",
            "referral");

    /** What each reason waits for, as docs/governance.md tells officers; 3 is nothing, and the highest of several counts. */
    private static final Map<String, Integer> WAITS_FOR = Map.ofEntries(
            Map.entry("consent-missing", 0),
            Map.entry("consent-withdrawn", 0),
            Map.entry("consent-expired", 0),
            Map.entry("consent-does-not-cover-recipient", 0),
            Map.entry("consent-does-not-cover-category", 0),
            Map.entry("agreement-missing", 1),
            Map.entry("agreement-does-not-cover-category", 1),
            Map.entry("consent-disputed", 2),
            Map.entry("whereabouts-not-released", 2),
            Map.entry("free-text-about-a-protected-person", 2));

    private ReferenceModel() {}

    /** What a refusal waits for: that which would let some of it go, if it is only one more step. */
    public static String missing(Case it) {
        int least = 3;
        for (Category category : it.categories()) {
            int most = 0;
            for (String reason : of(it, category).why()) {
                most = Math.max(most, WAITS_FOR.getOrDefault(reason, 3));
            }
            least = Math.min(least, most);
        }
        return List.of("CONSENT", "AGREEMENT", "RELEASE", "NOTHING").get(least);
    }

    public static Expected of(Case it, Category category) {
        Set<String> whole = aboutTheWhole(it);
        if (!whole.isEmpty()) {
            return new Expected(whole, Set.of());
        }
        PurposePolicy purpose = Objects.requireNonNull(it.purpose());
        Recipient recipient = Objects.requireNonNull(it.recipient());
        Set<String> why = new TreeSet<>();
        Set<String> restsOn = new TreeSet<>();
        // "the most that it may ever carry, whatever was agreed"
        if (!purpose.carries().contains(category)) {
            why.add("category-never-for-purpose");
        }
        boolean lifeAtRisk = false;
        if (purpose.ground() == GroundKind.EXPLICIT_CONSENT) {
            Word word = word(it, purpose, recipient, category);
            OverrideRecord override = word.consent() == null ? override(it, purpose, recipient, category) : null;
            if (word.consent() != null) {
                restsOn.add("consent/" + word.consent());
            } else if (override == null) {
                why.add(word.against());
            } else {
                restsOn.add("override/" + override.id());
                lifeAtRisk = override.ground() == OverrideGround.VITAL_INTERESTS;
            }
        }
        if (!lifeAtRisk) {
            agreement(it, purpose, recipient, category, why);
        }
        if (it.protectedWhereabouts()) {
            whereabouts(it, purpose, recipient, category, why);
        }
        return new Expected(why, why.isEmpty() ? restsOn : Set.of());
    }

    /** Reasons against the whole; the first there is. */
    public static Set<String> aboutTheWhole(Case it) {
        if (it.purpose() == null) {
            return Set.of("purpose-unknown");
        }
        if (it.recipient() == null) {
            return Set.of("recipient-unknown");
        }
        Set<String> kinds = it.purpose().recipients();
        if (!kinds.contains("any") && !kinds.contains(it.recipient().kind())) {
            return Set.of("recipient-not-for-purpose");
        }
        if (it.requester() != null && !it.recipient().operatedBy().contains(it.requester())) {
            return Set.of("requester-does-not-run-recipient");
        }
        // deny on doubt: nobody knows what was meant; only a notice that carries nothing asks for nothing
        if (it.categories().isEmpty() && !it.purpose().carries().isEmpty()) {
            return Set.of("nothing-asked");
        }
        return Set.of();
    }

    /** "No partner receives anything on consent without a current agreement that covers purpose and category." */
    private static void agreement(
            Case it, PurposePolicy purpose, Recipient recipient, Category category, Set<String> why) {
        if (purpose.agreement() != PurposePolicy.AgreementNeed.REQUIRED) {
            return;
        }
        LocalDate today = it.now().atZone(ENGLAND).toLocalDate();
        // a place that nobody runs has nobody who agreed
        boolean eachHasOne = !recipient.operatedBy().isEmpty();
        boolean eachCovers = true;
        for (PartnerId partner : recipient.operatedBy()) {
            boolean has = false;
            boolean covers = false;
            for (Agreement agreement : it.agreements()) {
                boolean current = agreement.from().compareTo(today) <= 0
                        && agreement.until().compareTo(today) >= 0;
                if (current
                        && agreement.partner().equals(partner)
                        && agreement.purposes().contains(purpose.id())) {
                    has = true;
                    covers |= agreement.categories().contains(category);
                }
            }
            eachHasOne &= has;
            eachCovers &= covers;
        }
        if (!eachHasOne) {
            why.add("agreement-missing");
        } else if (!eachCovers) {
            why.add("agreement-does-not-cover-category");
        }
    }

    /**
     * "Address, school and contact never leave on consent; on a statutory ground only where the purpose names them and, unless life is
     * at risk, a named person releases them. Free text and attachments about such a person are withheld until a named person
     * releases them."
     */
    private static void whereabouts(
            Case it, PurposePolicy purpose, Recipient recipient, Category category, Set<String> why) {
        if (purpose.whereabouts() == PurposePolicy.Whereabouts.SHARED) {
            return;
        }
        boolean released = false;
        for (ReleaseRecord release : it.releases()) {
            boolean inTime = release.releasedAt().compareTo(it.now()) <= 0
                    && release.endsAt().compareTo(it.now()) > 0
                    && (release.endedAt() == null || release.endedAt().compareTo(it.now()) > 0);
            released |= inTime
                    && release.purpose().equals(purpose.id())
                    && release.recipient().equals(recipient.id())
                    && release.categories().contains(category);
        }
        // the school stands in contact, and what is written about education tells it too
        if (category.code().equals("contact") || category.code().equals("education")) {
            if (purpose.whereabouts() == PurposePolicy.Whereabouts.WITHHELD) {
                why.add("whereabouts-protected");
            } else if (!released) {
                why.add("whereabouts-not-released");
            }
        }
        if (purpose.freeText() == PurposePolicy.FreeText.YES && WORDS.contains(category.code()) && !released) {
            why.add("free-text-about-a-protected-person");
        }
    }

    /**
     * Whose word counts, and what it is.
     *
     * @param consent the one relied on; absent where there is none
     * @param against the reason, where there is none
     */
    private record Word(@Nullable Object consent, String against) {}

    /**
     * "18 and over for themselves; 16–17 presumed able; under 16 if assessed Gillick competent; else someone with parental
     * responsibility. A competent young person's refusal is not overridden by a parent. Two holders of parental responsibility who
     * disagree: not shared."
     */
    private static Word word(Case it, PurposePolicy purpose, Recipient recipient, Category category) {
        List<ConsentRecord> own = new ArrayList<>();
        List<ConsentRecord> court = new ArrayList<>();
        TreeMap<String, List<ConsentRecord>> parents = new TreeMap<>();
        LocalDate today = it.now().atZone(ENGLAND).toLocalDate();
        for (ConsentRecord each : it.consents()) {
            ConsentTerms terms = each.terms();
            if (!terms.purposes().contains(purpose.id()) || terms.from().compareTo(today) > 0) {
                continue;
            }
            if (terms.givenBy().capacity() == Capacity.PARENTAL_RESPONSIBILITY) {
                String name = String.valueOf(terms.givenBy().name()).strip().toLowerCase(Locale.ROOT);
                parents.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
            } else if (terms.givenBy().capacity() == Capacity.COURT) {
                court.add(each);
            } else {
                own.add(each);
            }
        }
        if (!own.isEmpty()) {
            Word word = wordOf(newest(own, recipient, category, today), recipient, category);
            return word == null ? silence(own, recipient, today) : word;
        }
        // a court decides what it was asked, while its word lasts; of the rest those responsible decide
        Word courts = wordOf(newest(court, recipient, category, today), recipient, category);
        if (courts != null) {
            return courts;
        }
        Word parentsWord = together(parents.values(), recipient, category, today);
        if (parentsWord != null) {
            return parentsWord;
        }
        List<ConsentRecord> everybody = new ArrayList<>(court);
        parents.values().forEach(everybody::addAll);
        return silence(everybody, recipient, today);
    }

    private static @Nullable Word together(
            Collection<List<ConsentRecord>> parents, Recipient recipient, Category category, LocalDate today) {
        ConsentRecord agreeing = null;
        Set<String> against = new HashSet<>();
        for (List<ConsentRecord> one : parents) {
            ConsentRecord newest = newest(one, recipient, category, today);
            Word word = wordOf(newest, recipient, category);
            if (word == null || newest == null) {
                continue;
            }
            if (word.consent() == null) {
                against.add(word.against());
            } else if (agreeing == null || isNewer(newest, agreeing)) {
                agreeing = newest;
            }
        }
        if (agreeing != null && !against.isEmpty()) {
            return new Word(null, "consent-disputed");
        }
        if (agreeing != null) {
            return new Word(agreeing.id(), "");
        }
        for (String first : List.of("consent-refused", "consent-withdrawn")) {
            if (against.contains(first)) {
                return new Word(null, first);
            }
        }
        return null;
    }

    /** Nobody whose word counts has spoken about just this; how near they came says what to ask. */
    private static Word silence(List<ConsentRecord> words, Recipient recipient, LocalDate today) {
        boolean here = false;
        boolean hereBefore = false;
        boolean elsewhere = false;
        for (ConsentRecord each : words) {
            boolean over = each.terms().until().compareTo(today) < 0;
            if (!withholds(each)) {
                here |= names(each, recipient) && !over;
                hereBefore |= names(each, recipient) && over;
                elsewhere |= !names(each, recipient) && !over;
            }
        }
        return new Word(
                null,
                here
                        ? "consent-does-not-cover-category"
                        : hereBefore
                                ? "consent-expired"
                                : elsewhere ? "consent-does-not-cover-recipient" : "consent-missing");
    }

    /** "Of several words of the same person the newest counts": by the day it was said, then by when the hub heard it. */
    private static @Nullable ConsentRecord newest(
            List<ConsentRecord> words, Recipient recipient, Category category, LocalDate today) {
        ConsentRecord newest = null;
        for (ConsentRecord each : words) {
            // "until when": an agreement ends by itself; a no has no end but a newer word
            boolean over = each.terms().until().compareTo(today) < 0 && !withholds(each);
            if (!over && names(each, recipient) && each.terms().categories().contains(category)) {
                if (newest == null || isNewer(each, newest)) {
                    newest = each;
                }
            }
        }
        return newest;
    }

    private static boolean isNewer(ConsentRecord one, ConsentRecord other) {
        int days = said(one).compareTo(said(other));
        if (days != 0) {
            return days > 0;
        }
        int heard = heard(one).compareTo(heard(other));
        if (heard != 0) {
            return heard > 0;
        }
        // at the very same time: the one that withholds; of two alike a fixed one
        if (withholds(one) != withholds(other)) {
            return withholds(one);
        }
        boolean refusal = one.terms().decision() == ConsentTerms.Answer.REFUSED;
        boolean otherRefusal = other.terms().decision() == ConsentTerms.Answer.REFUSED;
        return refusal == otherRefusal ? one.id().value().compareTo(other.id().value()) < 0 : refusal;
    }

    private static boolean withholds(ConsentRecord it) {
        return it.withdrawnAt() != null || it.terms().decision() == ConsentTerms.Answer.REFUSED;
    }

    private static LocalDate said(ConsentRecord it) {
        return it.withdrawnAt() == null
                ? it.terms().obtainedOn()
                : it.withdrawnAt().atZone(ENGLAND).toLocalDate();
    }

    private static Instant heard(ConsentRecord it) {
        return it.withdrawnAt() == null ? it.recordedAt() : it.withdrawnAt();
    }

    private static boolean names(ConsentRecord it, Recipient recipient) {
        return it.terms().recipients().ids().contains(recipient.id())
                || it.terms().recipients().kinds().contains(recipient.kind());
    }

    /** "Specific: which recipients, which categories": what they kept from somebody when they agreed is a no to that. */
    private static @Nullable Word wordOf(@Nullable ConsentRecord newest, Recipient recipient, Category category) {
        if (newest == null) {
            return null;
        }
        if (newest.terms().decision() == ConsentTerms.Answer.REFUSED) {
            return new Word(null, "consent-refused");
        }
        if (newest.withdrawnAt() != null) {
            return new Word(null, "consent-withdrawn");
        }
        for (ConsentTerms.Excepted kept : newest.terms().exceptions()) {
            boolean fromThem = kept.recipients().ids().contains(recipient.id())
                    || kept.recipients().kinds().contains(recipient.kind());
            if (fromThem && (kept.categories().isEmpty() || kept.categories().contains(category))) {
                return new Word(null, "consent-refused");
            }
        }
        return new Word(newest.id(), "");
    }

    /**
     * "Ground, reason and authoriser are recorded; a withdrawn consent never silently becomes an override": one that was authorised
     * before somebody said no does not stand, and one authorised after it stands only where its authoriser knew.
     */
    private static @Nullable OverrideRecord override(
            Case it, PurposePolicy purpose, Recipient recipient, Category category) {
        OverrideRecord best = null;
        for (OverrideRecord each : it.overrides()) {
            boolean inTime = each.authorisedAt().compareTo(it.now()) <= 0
                    && each.endsAt().compareTo(it.now()) > 0
                    && (each.endedAt() == null || each.endedAt().compareTo(it.now()) > 0);
            boolean covers = each.purpose().equals(purpose.id())
                    && each.recipients().contains(recipient.id())
                    && each.categories().contains(category);
            boolean known = true;
            for (ConsentRecord no : it.consents()) {
                boolean saysNo = withholds(no) || !no.terms().exceptions().isEmpty();
                if (saysNo && no.terms().purposes().contains(purpose.id())) {
                    known &= each.despiteRefusal() && heard(no).compareTo(each.authorisedAt()) < 0;
                }
            }
            if (inTime && covers && known && (best == null || isBetter(each, best))) {
                best = each;
            }
        }
        return best;
    }

    /** One for a life needs the least; then the one that lasts longest. */
    private static boolean isBetter(OverrideRecord one, OverrideRecord other) {
        boolean life = one.ground() == OverrideGround.VITAL_INTERESTS;
        if (life != (other.ground() == OverrideGround.VITAL_INTERESTS)) {
            return life;
        }
        int ends = one.endsAt().compareTo(other.endsAt());
        return ends == 0 ? one.id().value().compareTo(other.id().value()) < 0 : ends > 0;
    }
}

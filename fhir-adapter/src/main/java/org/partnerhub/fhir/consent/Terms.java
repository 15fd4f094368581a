package org.partnerhub.fhir.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What a consent says, in what schema/consent.json can express.
 *
 * @param decision given or refused
 * @param capacity in which it was decided, as the schema lists them
 * @param evidence kind of it, as the schema lists them
 * @param exceptions what is kept from whom all the same
 */
public record Terms(
        String decision,
        String capacity,
        Set<Purpose> purposes,
        Reach recipients,
        Set<Category> categories,
        LocalDate from,
        LocalDate until,
        LocalDate obtainedOn,
        String evidence,
        List<Excepted> exceptions) {

    public Terms {
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        exceptions = List.copyOf(exceptions);
    }

    /** For whom: recipients by their kind, and by their name. */
    public record Reach(Set<String> kinds, Set<RecipientId> ids) {

        public Reach {
            kinds = Set.copyOf(kinds);
            ids = Set.copyOf(ids);
        }

        Map<String, Object> body() {
            Map<String, Object> body = new TreeMap<>();
            if (!kinds.isEmpty()) {
                body.put("kinds", new TreeSet<>(kinds));
            }
            if (!ids.isEmpty()) {
                body.put("ids", ids.stream().map(RecipientId::value).sorted().toList());
            }
            return body;
        }
    }

    /** What is kept from whom; every category where none is named. */
    public record Excepted(Reach recipients, Set<Category> categories) {

        public Excepted {
            categories = Set.copyOf(categories);
        }

        Map<String, Object> body() {
            Map<String, Object> body = new TreeMap<>();
            body.put("recipients", recipients.body());
            if (!categories.isEmpty()) {
                body.put("categories", codes(categories));
            }
            return body;
        }
    }

    /** As schema/consent.json has it, but for whom it is about, who decided and the evidence. */
    public Map<String, Object> body() {
        Map<String, Object> body = new TreeMap<>();
        body.put("decision", decision);
        body.put("purposes", purposeCodes());
        body.put("recipients", recipients.body());
        body.put("categories", codes(categories));
        body.put("from", from.toString());
        body.put("until", until.toString());
        body.put("obtainedOn", obtainedOn.toString());
        if (!exceptions.isEmpty()) {
            body.put("exceptions", exceptions.stream().map(Excepted::body).toList());
        }
        return body;
    }

    /** What is different from before, as schema/consent-narrowing.json has it; consent-service refuses what is more than before. */
    public Map<String, Object> narrowed(Terms before) {
        Map<String, Object> body = new TreeMap<>();
        if (!purposes.equals(before.purposes)) {
            body.put("purposes", purposeCodes());
        }
        if (!recipients.equals(before.recipients)) {
            body.put("recipients", recipients.body());
        }
        if (!categories.equals(before.categories)) {
            body.put("categories", codes(categories));
        }
        if (!until.equals(before.until)) {
            body.put("until", until.toString());
        }
        List<Excepted> added = new ArrayList<>(exceptions);
        added.removeAll(before.exceptions);
        if (!added.isEmpty()) {
            body.put("exceptions", added.stream().map(Excepted::body).toList());
        }
        return body;
    }

    private List<String> purposeCodes() {
        return purposes.stream().map(Purpose::value).sorted().toList();
    }

    private static List<String> codes(Set<Category> categories) {
        return categories.stream().sorted().map(Category::code).toList();
    }
}

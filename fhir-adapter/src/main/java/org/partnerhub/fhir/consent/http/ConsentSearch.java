package org.partnerhub.fhir.consent.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.consent.RecordedConsent;
import org.partnerhub.fhir.consent.outgoing.ConsentCalls;
import org.partnerhub.fhir.consent.outgoing.Consents;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Searches in the consents that a partner recorded. A page may hold fewer than asked for where a status was asked for too. */
@Component
class ConsentSearch {

    private static final int USUAL_PAGE = 20;
    private static final int LONGEST_PAGE = 100;
    private static final Set<String> PARAMETERS =
            Set.of("_count", "_format", "after", "patient", "patient:identifier", "status");

    private final ConsentCalls consents;

    ConsentSearch(ConsentCalls consents) {
        this.consents = consents;
    }

    /** What was found, and the query of the next page. */
    record Found(List<Consent> consents, @Nullable String next) {}

    /**
     * Searches.
     *
     * @throws MessageRefused where a parameter is not known, or names the person by anything but the hub's id: numbers of people do not belong
     *     into addresses
     */
    Found search(MultiValueMap<String, String> parameters, String token) {
        if (!PARAMETERS.containsAll(parameters.keySet())) {
            throw MessageRefused.invalid("Search by the parameters of the capability statement only.");
        }
        Predicate<RecordedConsent> status = status(parameters.getFirst("status"));
        ConsentCalls.Page page = consents.list(filter(parameters), token);
        return new Found(
                page.items().stream().filter(status).map(Consents::of).toList(), next(parameters, page.next()));
    }

    private static Map<String, String> filter(MultiValueMap<String, String> parameters) {
        Map<String, String> filter = new HashMap<>();
        filter.put("limit", Integer.toString(count(parameters.getFirst("_count"))));
        String after = parameters.getFirst("after");
        if (after != null) {
            filter.put("after", after);
        }
        String patient = parameters.getFirst("patient:identifier");
        String person = patient == null ? parameters.getFirst("patient") : patient;
        if (person != null) {
            filter.put("person", person(person));
        }
        return filter;
    }

    private static String person(String text) {
        String id = text.startsWith(Hub.PERSON + "|") ? text.substring(Hub.PERSON.length() + 1) : text;
        if (!id.matches("[0-9a-fA-F-]{36}")) {
            throw MessageRefused.invalid("Name the patient by the hub's id, as " + Hub.PERSON
                    + "|ID; where you only know a number, ask POST /people/lookup for it.");
        }
        return id;
    }

    private static Predicate<RecordedConsent> status(@Nullable String status) {
        return switch (status) {
            case null -> consent -> true;
            case "active" -> consent -> !consent.isOver();
            case "inactive" -> RecordedConsent::isOver;
            default -> throw MessageRefused.invalid("Ask for status active or inactive: the hub has no others.");
        };
    }

    private static int count(@Nullable String text) {
        try {
            return text == null ? USUAL_PAGE : Math.clamp(Integer.parseInt(text), 1, LONGEST_PAGE);
        } catch (NumberFormatException noNumber) {
            throw MessageRefused.invalid("Write _count as a number.");
        }
    }

    /** The same search from there on. */
    private static @Nullable String next(MultiValueMap<String, String> parameters, @Nullable String next) {
        if (next == null) {
            return null;
        }
        var query = UriComponentsBuilder.newInstance();
        parameters.forEach((name, values) -> {
            if (!name.equals("after")) {
                query.queryParam(name, values.toArray());
            }
        });
        return query.queryParam("after", next).build().encode().toUriString();
    }
}

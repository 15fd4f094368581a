package org.partnerhub.fhir.referral.http;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.outgoing.ReferralCalls;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Searches in a partner's own referrals. Each one that is found is read, and so decided, by itself; a page is short enough for an answer
 * within five seconds.
 */
@Component
class ReferralSearch {

    private static final int USUAL_PAGE = 10;
    private static final int LONGEST_PAGE = 20;
    private static final Set<String> COMMON = Set.of("_count", "_format", "before", "patient", "subject");

    private final ReferralCalls referrals;

    ReferralSearch(ReferralCalls referrals) {
        this.referrals = referrals;
    }

    /** What was found, and the query of the next page. */
    record Found(List<Resource> resources, @Nullable String next) {}

    /**
     * Searches.
     *
     * @param own parameters of this resource, beside those of every one, with what each is in referral-service's words
     * @throws MessageRefused where a parameter is not known: to leave it out would find too much
     */
    Found search(
            MultiValueMap<String, String> parameters,
            Map<String, String> own,
            Function<Standing, ? extends List<? extends Resource>> resources,
            String token) {
        for (String name : parameters.keySet()) {
            if (!COMMON.contains(name) && !own.containsKey(name)) {
                throw MessageRefused.invalid("Search by the parameters of the capability statement only.");
            }
        }
        ReferralCalls.Page page = referrals.list(filter(parameters, own), token);
        List<Resource> found = page.referrals().stream()
                .map(id -> referrals.read(id, token))
                .flatMap(standing -> resources.apply(standing).stream())
                .<Resource>map(it -> it)
                .toList();
        return new Found(found, next(parameters, page.next()));
    }

    /** One that is named, or none: a search for what is not the caller's finds nothing. */
    Found named(String referral, Function<Standing, ? extends List<? extends Resource>> resources, String token) {
        try {
            Standing standing = referrals.read(ReferralId.of(referral), token);
            return new Found(List.copyOf(resources.apply(standing)), null);
        } catch (IllegalArgumentException noId) {
            return new Found(List.of(), null);
        } catch (MessageRefused refused) {
            if (refused.status() == 404) {
                return new Found(List.of(), null);
            }
            throw refused;
        }
    }

    private static Map<String, String> filter(MultiValueMap<String, String> parameters, Map<String, String> own) {
        Map<String, String> filter = new HashMap<>();
        filter.put("limit", Integer.toString(count(parameters.getFirst("_count"))));
        Stream.of("patient", "subject")
                .map(parameters::getFirst)
                .filter(value -> value != null)
                .findFirst()
                .ifPresent(value -> filter.put("person", token(value, Hub.PERSON)));
        own.forEach((name, inside) -> {
            String value = parameters.getFirst(name);
            if (value != null && !inside.isEmpty()) {
                filter.put(inside, value);
            }
        });
        String before = parameters.getFirst("before");
        if (before != null) {
            filter.put("before", before);
        }
        return filter;
    }

    /** The value of a token parameter, {@code system|value}, {@code Type/value} or the value alone. */
    static String token(String text, String system) {
        if (text.startsWith(system + "|")) {
            return text.substring(system.length() + 1);
        }
        if (text.contains("|")) {
            throw MessageRefused.invalid("Name it by the hub's own system, " + system + ".");
        }
        return text.substring(text.lastIndexOf('/') + 1);
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
        String before = UriComponentsBuilder.fromUri(URI.create(next))
                .build()
                .getQueryParams()
                .getFirst("before");
        var query = UriComponentsBuilder.newInstance();
        parameters.forEach((name, values) -> {
            if (!name.equals("before")) {
                query.queryParam(name, values.toArray());
            }
        });
        return query.queryParam("before", before).build().encode().toUriString();
    }
}

package org.partnerhub.console.onboarding.http;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.onboarding.TypedPartner;
import org.partnerhub.console.onboarding.TypedPlace;
import org.springframework.util.MultiValueMap;

/** Reads the form in which a new partner is typed. */
final class TypedForm {

    private static final int MOST_PLACES = 20;

    private TypedForm() {}

    static TypedPartner partner(MultiValueMap<String, String> form) {
        return new TypedPartner(
                text(form, "partner-id"),
                text(form, "name"),
                text(form, "kind"),
                text(form, "odsCode"),
                IntStream.range(0, MOST_PLACES)
                        .filter(it -> form.containsKey("place-" + it + "-id"))
                        .mapToObj(it -> place(form, "place-" + it + "-"))
                        .toList(),
                form.getOrDefault("rights", List.of()),
                text(form, "keysUrl"),
                text(form, "reason"));
    }

    private static TypedPlace place(MultiValueMap<String, String> form, String at) {
        return new TypedPlace(
                text(form, at + "id"),
                text(form, at + "name"),
                text(form, at + "kind"),
                text(form, at + "role"),
                text(form, at + "area"),
                text(form, at + "schoolUrn"),
                text(form, at + "channel"),
                text(form, at + "url"));
    }

    static String text(MultiValueMap<String, String> form, String name) {
        @Nullable String typed = form.getFirst(name);
        return typed == null ? "" : typed;
    }
}

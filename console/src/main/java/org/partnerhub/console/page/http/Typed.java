package org.partnerhub.console.page.http;

import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.TypedDay;
import org.springframework.util.MultiValueMap;

/** What was typed into a form. */
public final class Typed {

    private Typed() {}

    /** One field; empty where it was not sent. */
    public static String text(MultiValueMap<String, String> form, String name) {
        @Nullable String typed = form.getFirst(name);
        return typed == null ? "" : typed;
    }

    /** A day, as the fragment {@code day} of {@code parts.html} asks for one. */
    public static TypedDay day(MultiValueMap<String, String> form, String name) {
        return new TypedDay(text(form, name + "-day"), text(form, name + "-month"), text(form, name + "-year"));
    }
}

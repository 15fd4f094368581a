package org.partnerhub.referral.person.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms of one name, short, pet and written in other alphabets; the list is {@code people/name-variants.txt}. */
final class Variants {

    /** The lines on which a name stands, and those of which it is the whole form. */
    private record Lines(Set<Integer> all, Set<Integer> whole) {}

    private static final Map<String, Lines> NAMES = read();

    private Variants() {}

    /** Whether both words are the same name: equal, ways of writing it, or a whole name and its short form. */
    static boolean same(String one, String other) {
        return one.equals(other) || stands(one, other) || stands(other, one);
    }

    private static boolean stands(String form, String whole) {
        Lines ofForm = NAMES.get(form);
        Lines ofWhole = NAMES.get(whole);
        return ofForm != null && ofWhole != null && !Collections.disjoint(ofForm.all, ofWhole.whole);
    }

    /** Whether both may be short forms of one name. */
    static boolean akin(String one, String other) {
        Lines ofOne = NAMES.get(one);
        Lines ofOther = NAMES.get(other);
        return ofOne != null && ofOther != null && !Collections.disjoint(ofOne.all, ofOther.all);
    }

    static boolean lists(String name) {
        return NAMES.containsKey(name);
    }

    /** What stands for all forms of a name that is on one line alone; otherwise its sound. */
    static String root(String name) {
        Lines lines = NAMES.get(name);
        return lines == null || lines.all.size() > 1
                ? Likeness.sound(name)
                : "#" + lines.all.iterator().next();
    }

    private static Map<String, Lines> read() {
        Map<String, Lines> names = new HashMap<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            List<String> words = List.of(line.replace("=", "").strip().split(" +", -1));
            for (String name : words) {
                Lines lines = names.computeIfAbsent(name, any -> new Lines(new HashSet<>(), new HashSet<>()));
                lines.all.add(number);
                if (line.startsWith("=") || name.equals(words.getFirst())) {
                    lines.whole.add(number);
                }
            }
        }
        return Map.copyOf(names);
    }

    private static List<String> lines() {
        try (InputStream file = Variants.class.getResourceAsStream("/people/name-variants.txt")) {
            if (file == null) {
                throw new IllegalStateException("people/name-variants.txt is not on the class path.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

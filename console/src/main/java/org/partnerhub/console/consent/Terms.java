package org.partnerhub.console.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;

/**
 * The terms of one version of a consent.
 *
 * @param recipients kinds of places and places, by their codes
 * @param exceptions what is kept from whom all the same, in words
 */
public record Terms(
        List<String> purposes,
        List<String> categories,
        List<String> recipients,
        List<String> exceptions,
        LocalDate from,
        LocalDate until) {

    public Terms {
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        exceptions = List.copyOf(exceptions);
    }

    /** What is otherwise than before, in sentences; empty where nothing is. */
    public List<String> since(Terms before) {
        List<String> changes = new ArrayList<>();
        lists("For", before.purposes, purposes, changes);
        lists("What may be told", before.categories, categories, changes);
        lists("To whom", before.recipients, recipients, changes);
        missing(exceptions, before.exceptions).forEach(it -> changes.add("Kept back from then on: " + it + "."));
        missing(before.exceptions, exceptions).forEach(it -> changes.add("No longer kept back: " + it + "."));
        if (!from.equals(before.from)) {
            changes.add("First day: %s instead of %s.".formatted(EnglishDate.of(from), EnglishDate.of(before.from)));
        }
        if (!until.equals(before.until)) {
            changes.add("Last day: %s instead of %s.".formatted(EnglishDate.of(until), EnglishDate.of(before.until)));
        }
        return changes;
    }

    private static void lists(String what, List<String> before, List<String> now, List<String> changes) {
        List<String> gone = missing(before, now);
        List<String> come = missing(now, before);
        if (!gone.isEmpty()) {
            changes.add(what + ": no longer " + Codes.inWords(gone) + ".");
        }
        if (!come.isEmpty()) {
            changes.add(what + ": from then on also " + Codes.inWords(come) + ".");
        }
    }

    /** Those of the one list that the other lacks. */
    private static List<String> missing(List<String> from, List<String> in) {
        return from.stream().filter(it -> !in.contains(it)).toList();
    }
}

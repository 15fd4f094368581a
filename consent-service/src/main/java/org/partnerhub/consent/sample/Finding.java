package org.partnerhub.consent.sample;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an officer found about one entry; a later one takes its place, and it stays.
 *
 * @param version counts from 1
 * @param answers by the question's code
 * @param by the officer's account
 */
public record Finding(
        int version,
        SortedMap<String, Mark> answers,
        @Nullable String note,
        String by,
        Instant at) {

    public Finding {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    public static Finding of(int version, Map<String, Mark> answers, @Nullable String note, String by, Instant at) {
        return new Finding(version, new TreeMap<>(answers), note, by, at);
    }

    boolean hasConcern() {
        return answers.containsValue(Mark.NO);
    }

    @Override
    public String toString() {
        return "Finding[version " + version + "]";
    }
}

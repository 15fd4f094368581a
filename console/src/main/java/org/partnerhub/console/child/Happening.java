package org.partnerhub.console.child;

import java.util.Arrays;

/** The kinds of things that happen about a child, by which an officer narrows the timeline. */
public enum Happening {
    EVERYTHING("Everything", ""),
    CONSENTS("Consents and withdrawals", "consent- withdrawal-"),
    DECISIONS("Decisions", "decision refusal"),
    DISCLOSURES("What was sent", "disclosure"),
    REFUSALS("What was refused", "refusal"),
    OVERRIDES("Sharing without consent and releases", "override- release-"),
    REQUESTS("Requests, packs and breaches", "request- pack- breach-"),
    LOOKS("Who looked", "officer-looked");

    private final String words;
    private final String kinds;

    Happening(String words, String kinds) {
        this.words = words;
        this.kinds = kinds;
    }

    /** By its name; everything, where there is no such one. */
    public static Happening of(String name) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElse(EVERYTHING);
    }

    public String words() {
        return words;
    }

    /** Whether an entry of this kind belongs to it. */
    public boolean includes(String kind) {
        return kinds.isEmpty() || Arrays.stream(kinds.split(" ")).anyMatch(kind::startsWith);
    }
}

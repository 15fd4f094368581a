package org.partnerhub.referral.report;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Which people are one family: whoever was said to share a household, and whoever shares one with any of those. */
public final class Families {

    private final Map<UUID, UUID> towards = new HashMap<>();

    /** Two people live in one household. */
    public void together(UUID one, UUID other) {
        UUID first = of(one);
        UUID second = of(other);
        if (!first.equals(second)) {
            towards.put(second, first);
        }
    }

    /** The family of somebody; of whoever shares a household with nobody it is their own. */
    public UUID of(UUID person) {
        UUID root = person;
        for (UUID next = towards.get(root); next != null; next = towards.get(root)) {
            root = next;
        }
        UUID step = person;
        while (!step.equals(root)) {
            UUID next = towards.getOrDefault(step, root);
            towards.put(step, root);
            step = next;
        }
        return root;
    }
}

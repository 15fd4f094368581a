package org.partnerhub.consent.log.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Tree;

/** What one batch adds to the tree: leaves with their entries, and the nodes that became complete. */
final class NewNodes {

    private final List<UUID> entries = new ArrayList<>();
    private final List<Hash> leaves = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final List<Long> indexes = new ArrayList<>();
    private final List<Hash> nodes = new ArrayList<>();
    private long first = -1;

    void append(Tree tree, UUID entry, Hash leaf) {
        if (first < 0) {
            first = tree.size();
        }
        entries.add(entry);
        leaves.add(leaf);
        tree.append(leaf, (level, index, hash) -> {
            if (level > 0) {
                levels.add(level);
                indexes.add(index);
                nodes.add(hash);
            }
        });
    }

    /** Index of the first leaf; the others follow. */
    long first() {
        return first;
    }

    String[] entries() {
        return entries.stream().map(UUID::toString).toArray(String[]::new);
    }

    byte[][] leaves() {
        return leaves.stream().map(Hash::bytes).toArray(byte[][]::new);
    }

    Integer[] levels() {
        return levels.toArray(Integer[]::new);
    }

    Long[] indexes() {
        return indexes.toArray(Long[]::new);
    }

    byte[][] nodes() {
        return nodes.stream().map(Hash::bytes).toArray(byte[][]::new);
    }
}

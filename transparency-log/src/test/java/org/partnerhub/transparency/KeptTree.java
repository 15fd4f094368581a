package org.partnerhub.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A tree of numbered leaves with every node kept. */
final class KeptTree implements Tree.Nodes {

    final List<Hash> leaves;
    final Tree tree = Tree.empty();
    private final Map<String, Hash> nodes = new HashMap<>();

    KeptTree(int size) {
        this.leaves = new ArrayList<>(
                IntStream.range(0, size).mapToObj(i -> Hash.leaf("leaf " + i)).toList());
        leaves.forEach(leaf -> tree.append(leaf, (level, index, hash) -> nodes.put(level + "/" + index, hash)));
    }

    @Override
    public Hash at(int level, long index) {
        return Objects.requireNonNull(nodes.get(level + "/" + index), "node was not kept");
    }
}

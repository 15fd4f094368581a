package org.partnerhub.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that grows at its right edge and remembers only that edge: the roots of its perfect subtrees, the largest first. Not for
 * several threads.
 */
public final class Tree {

    private final List<Hash> edge;
    private long size;

    private Tree(long size, List<Hash> edge) {
        this.size = size;
        this.edge = edge;
    }

    public static Tree empty() {
        return new Tree(0, new ArrayList<>());
    }

    /** The tree of this size, its right edge read from nodes that were kept. */
    public static Tree restored(long size, Nodes nodes) {
        List<Hash> edge = new ArrayList<>();
        long from = 0;
        for (int level = 62; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                edge.add(nodes.at(level, from >> level));
                from += 1L << level;
            }
        }
        return new Tree(size, edge);
    }

    public long size() {
        return size;
    }

    /** Appends a leaf and hands every node that is thereby complete, the leaf itself among them, to the keeper. */
    public void append(Hash leaf, Keeper keeper) {
        Hash node = leaf;
        keeper.keep(0, size, node);
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            level++;
            node = Hash.node(edge.removeLast(), node);
            keeper.keep(level, size >> level, node);
        }
        edge.add(node);
        size++;
    }

    /**
     * Appends a perfect subtree of which only the root is known.
     *
     * @param level its height: it has two to the power of that many leaves
     * @throws IllegalArgumentException where no such subtree stands at this place
     */
    public void append(int level, Hash root) {
        if (level < 0 || level > Run.HIGHEST || (size & ((1L << level) - 1)) != 0 || size + (1L << level) < 0) {
            throw new IllegalArgumentException("No subtree of height " + level + " stands after " + size + " leaves.");
        }
        Hash node = root;
        for (long rest = size >> level; (rest & 1) == 1; rest >>= 1) {
            node = Hash.node(edge.removeLast(), node);
        }
        edge.add(node);
        size += 1L << level;
    }

    /** The root of all leaves so far. */
    public Hash root() {
        if (edge.isEmpty()) {
            return Hash.EMPTY;
        }
        Hash root = edge.getLast();
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = Hash.node(edge.get(i), root);
        }
        return root;
    }

    /** Where complete nodes go. */
    @FunctionalInterface
    public interface Keeper {

        /** Keeps nothing: for whoever needs only the root. */
        Keeper NONE = (level, index, hash) -> {};

        void keep(int level, long index, Hash hash);
    }

    /** The complete nodes that were kept; level 0 is the leaves. */
    @FunctionalInterface
    public interface Nodes {

        Hash at(int level, long index);
    }
}

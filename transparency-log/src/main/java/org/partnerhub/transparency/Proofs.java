package org.partnerhub.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * Proofs that a leaf is in a tree and that a tree is the beginning of a larger one. Made as RFC 6962 sections 2.1.1 and 2.1.2
 * define them, verified as RFC 9162 sections 2.1.3.2 and 2.1.4.2 do.
 */
public final class Proofs {

    private Proofs() {}

    /**
     * The audit path of a leaf, from the leaf up.
     *
     * @param index of the leaf, counted from 0
     * @throws IllegalArgumentException where the tree of that size has no such leaf
     */
    public static List<Hash> inclusion(long index, long size, Tree.Nodes nodes) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no leaf " + index + ".");
        }
        List<Hash> path = new ArrayList<>();
        include(index, 0, size, nodes, path);
        return path;
    }

    private static void include(long index, long from, long to, Tree.Nodes nodes, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, nodes, path);
            path.add(root(middle, to, nodes));
        } else {
            include(index, middle, to, nodes, path);
            path.add(root(from, middle, nodes));
        }
    }

    /**
     * The proof that the tree of {@code earlier} leaves is the beginning of that of {@code later} leaves.
     *
     * @throws IllegalArgumentException where the earlier tree is the larger one
     */
    public static List<Hash> consistency(long earlier, long later, Tree.Nodes nodes) {
        if (earlier < 0 || earlier > later) {
            throw new IllegalArgumentException("A tree of " + earlier + " leaves cannot begin one of " + later + ".");
        }
        List<Hash> path = new ArrayList<>();
        if (earlier > 0 && earlier < later) {
            extend(earlier, 0, later, true, nodes, path);
        }
        return path;
    }

    private static void extend(long earlier, long from, long to, boolean whole, Tree.Nodes nodes, List<Hash> path) {
        if (earlier == to) {
            if (!whole) {
                path.add(root(from, to, nodes));
            }
            return;
        }
        long middle = from + split(to - from);
        if (earlier <= middle) {
            extend(earlier, from, middle, whole, nodes, path);
            path.add(root(middle, to, nodes));
        } else {
            extend(earlier, middle, to, false, nodes, path);
            path.add(root(from, middle, nodes));
        }
    }

    /** Whether the path leads from the leaf to the root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(sibling, hash);
                int skipped = (node & 1) == 1 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= skipped;
                last >>= skipped;
            } else {
                hash = Hash.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the path shows that the earlier tree is the beginning of the later one. */
    public static boolean isBeginning(long earlier, Hash earlierRoot, long later, Hash laterRoot, List<Hash> path) {
        if (earlier < 0 || earlier > later) {
            return false;
        }
        if (earlier == 0 || earlier == later) {
            return path.isEmpty() && (earlier == 0 ? earlierRoot.equals(Hash.EMPTY) : earlierRoot.equals(laterRoot));
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(earlier) == 1) {
            hashes.addFirst(earlierRoot);
        }
        return !hashes.isEmpty() && extendsBy(hashes, earlier - 1, later - 1, earlierRoot, laterRoot);
    }

    private static boolean extendsBy(List<Hash> hashes, long node, long last, Hash earlierRoot, Hash laterRoot) {
        int skipped = Long.numberOfTrailingZeros(~node);
        node >>= skipped;
        last >>= skipped;
        Hash first = hashes.getFirst();
        Hash second = first;
        for (Hash sibling : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                first = Hash.node(sibling, first);
                second = Hash.node(sibling, second);
                int more = (node & 1) == 1 || node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>= more;
                last >>= more;
            } else {
                second = Hash.node(second, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && first.equals(earlierRoot) && second.equals(laterRoot);
    }

    private static Hash root(long from, long to, Tree.Nodes nodes) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.at(level, from >> level);
        }
        long middle = from + split(count);
        return Hash.node(root(from, middle, nodes), root(middle, to, nodes));
    }

    /** The largest power of two below the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}

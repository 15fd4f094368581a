package org.partnerhub.transparency;

import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 6962 section 2.1, word for word and slow: what the quick code is held against. */
final class NaiveTree {

    private NaiveTree() {}

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = split(leaves.size());
        return Hash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<Hash> path(int m, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int n = leaves.size();
        int k = split(n);
        return m < k
                ? with(path(m, leaves.subList(0, k)), root(leaves.subList(k, n)))
                : with(path(m - k, leaves.subList(k, n)), root(leaves.subList(0, k)));
    }

    static List<Hash> proof(int m, List<Hash> leaves) {
        return m == 0 || m == leaves.size() ? List.of() : subproof(m, leaves, true);
    }

    private static List<Hash> subproof(int m, List<Hash> leaves, boolean b) {
        int n = leaves.size();
        if (m == n) {
            return b ? List.of() : List.of(root(leaves));
        }
        int k = split(n);
        return m <= k
                ? with(subproof(m, leaves.subList(0, k), b), root(leaves.subList(k, n)))
                : with(subproof(m - k, leaves.subList(k, n), false), root(leaves.subList(0, k)));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}

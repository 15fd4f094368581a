package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ProofsTest {

    @Property(tries = 500)
    void inclusionIsProvedAsDefined(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll @IntRange(max = 199) int any) {
        int index = any % size;
        KeptTree kept = new KeptTree(size);
        List<Hash> path = Proofs.inclusion(index, size, kept);
        assertThat(path).isEqualTo(NaiveTree.path(index, kept.leaves));
        assertThat(Proofs.includes(kept.leaves.get(index), index, size, path, kept.tree.root()))
                .isTrue();
    }

    @Property(tries = 500)
    void inclusionOfAnotherLeafOrPlaceIsNotProved(
            @ForAll @IntRange(min = 2, max = 200) int size, @ForAll @IntRange(max = 199) int any) {
        int index = any % size;
        KeptTree kept = new KeptTree(size);
        List<Hash> path = Proofs.inclusion(index, size, kept);
        Hash leaf = kept.leaves.get(index);
        Hash root = kept.tree.root();
        assertThat(Proofs.includes(Hash.leaf("another"), index, size, path, root))
                .isFalse();
        assertThat(Proofs.includes(leaf, (index + 1) % size, size, path, root)).isFalse();
        assertThat(Proofs.includes(leaf, index, size, path.subList(1, path.size()), root))
                .isFalse();
        assertThat(Proofs.includes(leaf, index, size, with(path, root), root)).isFalse();
    }

    @Property(tries = 1000)
    void beginningIsProvedAsDefined(@ForAll @IntRange(max = 200) int later, @ForAll @IntRange(max = 200) int any) {
        int earlier = any % (later + 1);
        KeptTree kept = new KeptTree(later);
        List<Hash> path = Proofs.consistency(earlier, later, kept);
        assertThat(path).isEqualTo(NaiveTree.proof(earlier, kept.leaves));
        Hash earlierRoot = NaiveTree.root(kept.leaves.subList(0, earlier));
        assertThat(Proofs.isBeginning(earlier, earlierRoot, later, kept.tree.root(), path))
                .isTrue();
    }

    @Property(tries = 500)
    void forkIsNotProvedToBeABeginning(
            @ForAll @IntRange(min = 2, max = 200) int later, @ForAll @IntRange(max = 200) int any) {
        int earlier = 1 + any % (later - 1);
        KeptTree kept = new KeptTree(later);
        List<Hash> path = Proofs.consistency(earlier, later, kept);
        List<Hash> other = new ArrayList<>(kept.leaves.subList(0, earlier));
        other.set(earlier - 1, Hash.leaf("another"));
        Hash root = kept.tree.root();
        assertThat(Proofs.isBeginning(earlier, NaiveTree.root(other), later, root, path))
                .isFalse();
        Hash earlierRoot = NaiveTree.root(kept.leaves.subList(0, earlier));
        assertThat(Proofs.isBeginning(earlier, earlierRoot, later, Hash.leaf("another"), path))
                .isFalse();
        assertThat(Proofs.isBeginning(earlier, earlierRoot, later, root, with(path, root)))
                .isFalse();
    }

    @Test
    void leafThatIsNotThereHasNoProof() {
        assertThatThrownBy(() -> Proofs.inclusion(3, 3, new KeptTree(3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Proofs.consistency(4, 3, new KeptTree(3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}

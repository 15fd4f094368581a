package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTest {

    /** Leaves and roots as the Certificate Transparency project publishes them to test RFC 6962. */
    private static final List<String> LEAVES =
            List.of("", "\0", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThosePublishedForTheStandard() {
        Tree tree = Tree.empty();
        List<String> roots = new ArrayList<>();
        for (String leaf : LEAVES) {
            tree.append(Hash.leaf(leaf), Tree.Keeper.NONE);
            roots.add(tree.root().toString());
        }
        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void emptyTreeHasTheHashOfNothing() {
        assertThat(Tree.empty().root()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Property(tries = 200)
    void growsToTheRootOfTheDefinition(@ForAll @IntRange(max = 300) int size) {
        KeptTree kept = new KeptTree(size);
        assertThat(kept.tree.root()).isEqualTo(NaiveTree.root(kept.leaves));
    }

    @Test
    void noTreeHasMoreLeavesThanCanBeCounted() {
        Tree tree = Tree.empty();
        tree.append(62, Hash.EMPTY);

        assertThatThrownBy(() -> tree.append(62, Hash.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void goesOnAfterARestartAsIfThereWereNone(
            @ForAll @IntRange(max = 200) int before, @ForAll @IntRange(max = 50) int after) {
        KeptTree whole = new KeptTree(before + after);
        Tree restored = Tree.restored(before, whole);
        whole.leaves.subList(before, before + after).forEach(leaf -> restored.append(leaf, Tree.Keeper.NONE));
        assertThat(restored.root()).isEqualTo(whole.tree.root());
    }
}

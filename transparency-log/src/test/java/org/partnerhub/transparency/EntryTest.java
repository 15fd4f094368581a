package org.partnerhub.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryTest {

    private final Entry entry = new Entry(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            Instant.parse("2026-11-22T10:00:00.123456Z"),
            "decision",
            new TreeMap<>(Map.of("outcome", Hash.leaf("a"), "ground", Hash.leaf("b"))));

    @Test
    void leafHasOneLineForEachPartInOrder() {
        assertThat(entry.leaf())
                .isEqualTo(
                        "partner-hub-entry/1\nid 00000000-0000-4000-8000-000000000001\nat 2026-11-22T10:00:00.123456Z\n"
                                + "kind decision\nfield ground "
                                + Hash.leaf("b").base64() + "\nfield outcome "
                                + Hash.leaf("a").base64() + "\n");
    }

    @Test
    void leafReadsBack() {
        assertThat(Entry.ofLeaf(entry.leaf())).isEqualTo(entry);
    }

    @Test
    void anotherFormOfTheSameIsRefused() {
        String leaf = entry.leaf();
        for (String bad : List.of(
                "",
                leaf + "\n",
                leaf.replace("kind decision", "kind  decision"),
                leaf.replace("field ground", "field outcome"),
                leaf.replace("at 2026-11-22T10", "at 2026-11-22 10"),
                leaf.replace("id 0", "id "),
                leaf.replace("field ground ", "field ground"))) {
            assertThatThrownBy(() -> Entry.ofLeaf(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void namesOtherThanWordsWithHyphensAreRefused() {
        for (String bad : List.of("", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "\u00e9")) {
            assertThatThrownBy(() -> new Entry(entry.id(), entry.at(), bad, new TreeMap<>()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Entry(entry.id(), entry.at(), "a1-b-2", new TreeMap<>()).kind())
                .isEqualTo("a1-b-2");
    }

    @Test
    void commitmentOpensOnlyWithItsSaltAndValue() {
        Commitment value = new Commitment("AAAAAAAAAAAAAAAAAAAAAA==", "refuse");
        assertThat(value.opens(value.hash())).isTrue();
        assertThat(new Commitment(value.salt(), "permit").opens(value.hash())).isFalse();
        assertThat(new Commitment("AQAAAAAAAAAAAAAAAAAAAA==", "refuse").opens(value.hash()))
                .isFalse();
        assertThat(new Commitment("AAAA", "refuse").opens(new Commitment("AAAA", "refuse").hash()))
                .isFalse();
        assertThat(new Commitment("?", "refuse").opens(value.hash())).isFalse();
    }
}

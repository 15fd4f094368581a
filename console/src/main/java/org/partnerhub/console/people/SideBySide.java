package org.partnerhub.console.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.people.Comparison.Said;
import org.partnerhub.console.people.Description.Fact;

/** Both people as every agency described them, shown once the look is in the disclosure log. */
public record SideBySide(LikePair pair, Side one, Side other) {

    /**
     * One of the two.
     *
     * @param person the hub's id
     * @param relations household and relatives, in words, with who told it
     */
    public record Side(String person, List<Description> descriptions, List<String> relations) {
        public Side {
            descriptions = List.copyOf(descriptions);
            relations = List.copyOf(relations);
        }

        @Override
        public String toString() {
            return "Side[" + person + "]";
        }
    }

    /** Everything that was said of either, a line for each kind of fact. */
    public List<Comparison> comparisons() {
        return Arrays.stream(Fact.values())
                .map(it -> new Comparison(it.words(), said(one, it), said(other, it)))
                .filter(it -> !it.one().isEmpty() || !it.other().isEmpty())
                .toList();
    }

    private static List<Said> said(Side side, Fact fact) {
        Map<String, List<String>> byWords = new LinkedHashMap<>();
        for (Description description : side.descriptions()) {
            String words = description.facts().get(fact);
            if (words != null) {
                List<String> by = byWords.computeIfAbsent(words, it -> new ArrayList<>());
                if (!by.contains(description.agency())) {
                    by.add(description.agency());
                }
            }
        }
        return byWords.entrySet().stream()
                .map(it -> new Said(it.getKey(), it.getValue()))
                .toList();
    }
}

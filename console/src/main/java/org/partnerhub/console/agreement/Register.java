package org.partnerhub.console.agreement;

import java.util.Comparator;
import java.util.List;

/** The register: what wants attention first, by the day on which it ends. */
public record Register(List<Agreement> all) {

    public Register {
        all = List.copyOf(all);
    }

    public List<Agreement> attention() {
        return all.stream()
                .filter(Agreement::wantsAttention)
                .sorted(Comparator.comparing(Agreement::until))
                .toList();
    }

    public List<Agreement> others() {
        return all.stream().filter(it -> !it.wantsAttention()).toList();
    }
}

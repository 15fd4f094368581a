package org.partnerhub.console.log;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;

/** By what entries of the log can be picked out, and the codes to choose among. */
public final class Filters {

    /** Every filter; those with {@link #CHOICES} are chosen, the others typed as codes. */
    public static final List<String> ALL = List.of("recipient", "purpose", "ground", "outcome", "category");

    /** Codes by filter. */
    public static final Map<String, List<String>> CHOICES = Map.of(
            "category", Arrays.stream(Category.values()).map(Category::code).toList(),
            "ground", Arrays.stream(GroundKind.values()).map(GroundKind::code).toList(),
            "outcome",
                    List.of(
                            "permit",
                            "partial",
                            "refuse",
                            "delivered",
                            "waiting-in-mailbox",
                            "parked",
                            "failed",
                            "refused",
                            "given-up",
                            "manual",
                            "unknown"));

    private Filters() {}
}

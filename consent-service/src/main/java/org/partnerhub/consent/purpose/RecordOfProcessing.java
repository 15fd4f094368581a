package org.partnerhub.consent.purpose;

import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Category;

/**
 * The record of processing activities that the purposes amount to, as Markdown: one row for each. Source: UK GDPR Article 30(1)(b) to (f); who
 * the controller is, (a), and the security measures, (g), stand in docs/assurance beside it.
 */
final class RecordOfProcessing {

    private final Purposes purposes;

    RecordOfProcessing(Purposes purposes) {
        this.purposes = purposes;
    }

    /**
     * Prints the record.
     *
     * @param arguments the folder of a policy of one's own; without it the one in the distribution
     */
    static void main(String... arguments) {
        @Nullable Path folder = arguments.length == 0 ? null : Path.of(arguments[0]);
        Purposes purposes = Purposes.of(PolicyFile.read("purposes", folder));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).print(new RecordOfProcessing(purposes).markdown());
    }

    String markdown() {
        return head() + purposes.all().stream().map(RecordOfProcessing::row).collect(joining());
    }

    private String head() {
        return """
                # Record of processing activities

                Made from `policy/purposes.yml` by `bin/record-of-processing`; do not change it here. UK GDPR Article 30(1). Whose processing it is stands in
                [roles.md](roles.md), the security measures in [dpia.md](dpia.md). The hub transfers nothing to a third country (e); where it is
                hosted is for whoever runs it to add. Data subjects (c): children and young people up to 25, their families and households, and the professionals around them.

                Version of the policy (SHA-256): `%s`

                | purpose (Article 30(1)(b)) | ground and condition | categories of personal data, at most (c) | recipients (d) | kept (f) |
                |---|---|---|---|---|
                """.formatted(purposes.version());
    }

    private static String row(PurposePolicy it) {
        return Stream.of(
                        it.name() + " (`" + it.id() + "`)",
                        basis(it),
                        it.carries().isEmpty() ? "none: the hub's reference only" : categories(it.carries()),
                        words(it.recipients()),
                        it.retention())
                .collect(joining(" | ", "| ", " |\n"));
    }

    private static String basis(PurposePolicy it) {
        String ground =
                it.restsOnConsent() ? "explicit consent to the sharing" : Objects.requireNonNull(it.authority());
        return Stream.of(
                        ground,
                        "Article " + it.article6(),
                        it.article9() == null ? "" : "Article " + it.article9(),
                        it.dpa() == null ? "" : "DPA 2018 " + it.dpa())
                .filter(part -> !part.isEmpty())
                .collect(joining("; "));
    }

    private static String categories(Collection<Category> carried) {
        return carried.stream().sorted().map(Category::code).collect(joining(", "));
    }

    private static String words(Collection<String> kinds) {
        return kinds.stream().sorted().collect(joining(", "));
    }
}

package org.partnerhub.transparency;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an export line by line: rebuilds the tree from its leaves and holds it against every checkpoint and the witness. */
final class ExportVerifier {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final int FINDINGS = 20;

    private final List<VerificationKey> keys;
    private final Verdict.KeySource source;
    private final String origin;
    private final long promised;
    private final @Nullable Checkpoint witness;
    private final Tree tree = Tree.empty();
    private final Values values = new Values(this::found);
    private final List<String> findings = new ArrayList<>();
    private long line = 1;
    private long checkpoints;
    private long sealed;

    private ExportVerifier(JsonNode header, List<VerificationKey> given, @Nullable String witness) throws NotAnExport {
        this.origin = header.path("origin").asString("");
        this.promised = header.path("size").asLong(-1);
        this.source = given.isEmpty() ? Verdict.KeySource.EXPORT : Verdict.KeySource.GIVEN;
        this.keys = given.isEmpty() ? keys(header) : given;
        this.witness = witness == null ? null : witness(witness);
    }

    /**
     * Checks an export.
     *
     * @param given keys that the caller trusts; empty: those in the header
     * @param witness a signed checkpoint that the caller got at another time or place
     * @throws NotAnExport where it cannot be checked at all, which says nothing about the log
     */
    static Verdict verify(BufferedReader export, List<VerificationKey> given, @Nullable String witness)
            throws IOException, NotAnExport {
        String first = export.readLine();
        ExportVerifier verifier = new ExportVerifier(header(first), given, witness);
        verifier.compareWithWitness();
        for (String text = export.readLine(); text != null; text = export.readLine()) {
            verifier.take(text);
        }
        return verifier.verdict();
    }

    private static JsonNode header(@Nullable String first) throws NotAnExport {
        try {
            JsonNode header = JSON.readTree(first == null ? "" : first);
            if (header.path("type").asString("").equals("header")
                    && header.path("form").asString("").equals(ExportWriter.FORM)) {
                return header;
            }
        } catch (JacksonException notJson) {
            throw new NotAnExport("The first line is not JSON.");
        }
        throw new NotAnExport("The first line is not the header of a " + ExportWriter.FORM + ".");
    }

    private static List<VerificationKey> keys(JsonNode header) throws NotAnExport {
        try {
            return header.path("keys")
                    .valueStream()
                    .map(key -> VerificationKey.parse(key.asString()))
                    .toList();
        } catch (IllegalArgumentException unusable) {
            throw new NotAnExport("The header's key cannot be used. " + unusable.getMessage());
        }
    }

    private @Nullable Checkpoint witness(String note) {
        try {
            return Checkpoint.open(note, keys);
        } catch (Checkpoint.NotVerified refused) {
            findings.add("The witness is not a checkpoint of this log. " + refused.getMessage());
            return null;
        }
    }

    private void take(String text) {
        line++;
        try {
            JsonNode node = JSON.readTree(text);
            switch (node.path("type").asString("")) {
                case "entry" -> entry(node);
                case "checkpoint" -> checkpoint(node.path("note").asString(""));
                default -> found("is neither an entry nor a checkpoint.");
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            found("cannot be read.");
        }
    }

    private void entry(JsonNode node) {
        long index = node.path("index").asLong(-1);
        if (index != tree.size()) {
            found("is entry " + index + " where entry " + tree.size()
                    + " belongs: entries were taken out, put in or moved.");
        }
        String leaf = node.path("leaf").asString("");
        tree.append(Hash.leaf(leaf), Tree.Keeper.NONE);
        values.check(Entry.ofLeaf(leaf), node.path("values"));
        compareWithWitness();
    }

    private void compareWithWitness() {
        if (witness != null && witness.size() == tree.size() && !witness.root().equals(tree.root())) {
            found("differs from what the witness saw: up to entry " + tree.size() + " the log is not the same.");
        }
    }

    private void checkpoint(String note) {
        checkpoints++;
        try {
            Checkpoint checkpoint = Checkpoint.open(note, keys);
            if (!checkpoint.origin().equals(origin)) {
                found("is a checkpoint of another log.");
            } else if (checkpoint.size() != tree.size()) {
                found("is the checkpoint of " + checkpoint.size() + " entries, but stands after " + tree.size() + ".");
            } else if (!checkpoint.root().equals(tree.root())) {
                found("does not fit: an entry between " + sealed + " and " + (tree.size() - 1)
                        + ", or before, is not the one that was logged.");
            }
            sealed = checkpoint.size();
        } catch (Checkpoint.NotVerified refused) {
            found("is no valid checkpoint. " + refused.getMessage());
        }
    }

    private Verdict verdict() {
        line++;
        if (promised != tree.size()) {
            found("is the end after " + tree.size() + " entries, but the header promises " + promised + ".");
        }
        if (sealed != tree.size()) {
            found("is the end, and no checkpoint covers the entries after " + sealed + ".");
        }
        if (witness != null && witness.size() > tree.size()) {
            found("is the end after " + tree.size() + " entries, but the witness saw " + witness.size()
                    + ": the log was rolled back or cut short.");
        }
        long erased = values.settle();
        return new Verdict(
                findings,
                tree.size(),
                checkpoints,
                erased,
                source,
                witness == null ? Verdict.Freshness.UNPROVEN : Verdict.Freshness.WITNESSED);
    }

    private void found(String what) {
        if (findings.size() < FINDINGS) {
            findings.add("Line " + line + " " + what);
        } else if (findings.size() == FINDINGS) {
            findings.add("… and more.");
        }
    }

    /** The file cannot be checked. */
    static final class NotAnExport extends Exception {
        private static final long serialVersionUID = 1L;

        NotAnExport(String why) {
            super(why);
        }
    }
}

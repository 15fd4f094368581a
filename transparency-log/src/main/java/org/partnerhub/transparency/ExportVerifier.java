package org.partnerhub.transparency;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Checks an export line by line: rebuilds the tree from its leaves and holds it against every checkpoint and the witness. */
public final class ExportVerifier {

    private static final int FINDINGS = 20;
    private static final Set<String> FORMS = Set.of(ExportWriter.WHOLE, ExportWriter.PART);

    /** Lines that are read and checked side by side before they are put in order. */
    private static final int AT_ONCE = 2_000;

    private final List<VerificationKey> keys;
    private final Verdict.KeySource source;
    private final String origin;
    private final long promised;
    private final boolean part;
    private final @Nullable Checkpoint witness;
    private final Tree tree = Tree.empty();
    private final Values values = new Values(this::found);
    private final List<String> findings = new ArrayList<>();
    private long line = 1;
    private long checkpoints;
    private long sealed;
    private long leftOut;
    private boolean witnessed;

    private ExportVerifier(JsonNode header, List<VerificationKey> given, @Nullable String witness) throws NotAnExport {
        this.origin = header.path("origin").asString("");
        this.promised = header.path("size").asLong(-1);
        this.part = header.path("form").asString("").equals(ExportWriter.PART);
        this.source = given.isEmpty() ? Verdict.KeySource.EXPORT : Verdict.KeySource.GIVEN;
        this.keys = given.isEmpty() ? keys(header) : given;
        this.witness = witness == null ? null : witness(witness);
    }

    /**
     * Checks an export.
     *
     * @param given keys that the caller trusts; empty: those in the header
     * @param witness a signed checkpoint that the caller got at another time or place
     * @param progress told now and then how far it is
     * @throws NotAnExport where it cannot be checked at all, which says nothing about the log
     */
    public static Verdict verify(
            BufferedReader export, List<VerificationKey> given, @Nullable String witness, Progress progress)
            throws IOException, NotAnExport {
        String first = export.readLine();
        ExportVerifier verifier = new ExportVerifier(header(first), given, witness);
        verifier.compareWithWitness();
        for (List<String> lines = next(export); !lines.isEmpty(); lines = next(export)) {
            lines.parallelStream().map(Line::read).toList().forEach(verifier::take);
            progress.at(verifier.tree.size(), verifier.promised);
        }
        return verifier.verdict();
    }

    private static List<String> next(BufferedReader export) throws IOException {
        List<String> lines = new ArrayList<>(AT_ONCE);
        while (lines.size() < AT_ONCE) {
            String line = export.readLine();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    private static JsonNode header(@Nullable String first) throws NotAnExport {
        try {
            JsonNode header = Line.JSON.readTree(first == null ? "" : first);
            if (header.path("type").asString("").equals("header")
                    && FORMS.contains(header.path("form").asString(""))) {
                return header;
            }
        } catch (JacksonException notJson) {
            throw new NotAnExport("The first line is not JSON.");
        }
        throw new NotAnExport("The first line is not the header of a " + ExportWriter.WHOLE + ".");
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

    private void take(Line read) {
        line++;
        switch (read) {
            case Line.Logged entry -> entry(entry);
            case Line.LeftOut(Run run, Hash root) -> leaveOut(run, root);
            case Line.Sealed(String note) -> checkpoint(note);
            case Line.Foreign() -> found("is neither an entry nor a checkpoint.");
            case Line.Unreadable() -> found("cannot be read.");
        }
    }

    private void entry(Line.Logged entry) {
        if (entry.index() != tree.size()) {
            found("is entry " + entry.index() + " where entry " + tree.size()
                    + " belongs: entries were taken out, put in or moved.");
        }
        tree.append(entry.leaf(), Tree.Keeper.NONE);
        Opened opened = entry.opened();
        if (opened == null) {
            found("cannot be read.");
        } else {
            values.take(opened);
        }
        compareWithWitness();
    }

    private void leaveOut(Run run, Hash root) {
        if (!part) {
            found("leaves entries out of an export that claims to be whole.");
        }
        try {
            if (run.from() != tree.size()) {
                found("leaves out entries from " + run.from() + " on where entry " + tree.size() + " belongs.");
            }
            tree.append(run.level(), root);
            leftOut += 1L << run.level();
            compareWithWitness();
        } catch (IllegalArgumentException impossible) {
            found("leaves out entries that cannot be there. " + impossible.getMessage());
        }
    }

    private void compareWithWitness() {
        if (witness == null || witness.size() != tree.size()) {
            return;
        }
        witnessed = true;
        if (!witness.root().equals(tree.root())) {
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
        long erased = part ? 0 : values.settle();
        return new Verdict(findings, part, tree.size() - leftOut, leftOut, checkpoints, erased, source, freshness());
    }

    private Verdict.Freshness freshness() {
        if (witness == null) {
            return Verdict.Freshness.UNPROVEN;
        }
        return witnessed ? Verdict.Freshness.WITNESSED : Verdict.Freshness.BETWEEN;
    }

    private void found(String what) {
        if (findings.size() < FINDINGS) {
            findings.add("Line " + line + " " + what);
        } else if (findings.size() == FINDINGS) {
            findings.add("… and more.");
        }
    }

    /** Is told how many entries have been checked, of how many. */
    @FunctionalInterface
    public interface Progress {
        void at(long entries, long of);
    }

    /** The file cannot be checked. */
    public static final class NotAnExport extends Exception {
        private static final long serialVersionUID = 1L;

        NotAnExport(String why) {
            super(why);
        }
    }
}

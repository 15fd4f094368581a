package org.partnerhub.transparency;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes an export: one JSON object a line. First the header; then every entry in the log's order; after the entry that a
 * checkpoint covers last, the checkpoint. An export of a part has, in place of the entries left out, the root of each perfect
 * subtree that they make, and the latest checkpoint alone.
 */
public final class ExportWriter implements AutoCloseable {

    static final String WHOLE = "partner-hub-log-export/1";
    static final String PART = "partner-hub-log-part/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BufferedWriter lines;

    public ExportWriter(OutputStream to) {
        this.lines = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16);
    }

    /**
     * What the export says of itself.
     *
     * @param keys the key in use and those before it
     * @param size how many entries follow, all under a checkpoint
     */
    public void header(String origin, List<VerificationKey> keys, long size, Instant at) throws IOException {
        header(WHOLE, origin, keys, size, at);
    }

    /** The same of an export of a part; {@code size} counts the entries left out too. */
    public void partHeader(String origin, List<VerificationKey> keys, long size, Instant at) throws IOException {
        header(PART, origin, keys, size, at);
    }

    private void header(String form, String origin, List<VerificationKey> keys, long size, Instant at)
            throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("type", "header")
                .put("form", form)
                .put("origin", origin)
                .put("size", size)
                .put("exportedAt", at.toString());
        keys.forEach(key -> line.withArray("keys").add(key.toString()));
        write(line);
    }

    /**
     * One entry.
     *
     * @param values of its fields, those absent that were erased
     */
    public void entry(long index, String leaf, Map<String, Commitment> values) throws IOException {
        ObjectNode line =
                JSON.createObjectNode().put("type", "entry").put("index", index).put("leaf", leaf);
        ObjectNode opened = line.putObject("values");
        values.forEach((field, value) ->
                opened.putObject(field).put("salt", value.salt()).put("value", value.value()));
        write(line);
    }

    /** Entries that are left out. */
    public void leftOut(Run run, Hash root) throws IOException {
        write(JSON.createObjectNode()
                .put("type", "left-out")
                .put("from", run.from())
                .put("level", run.level())
                .put("root", root.base64()));
    }

    public void checkpoint(String note) throws IOException {
        write(JSON.createObjectNode().put("type", "checkpoint").put("note", note));
    }

    private void write(ObjectNode line) throws IOException {
        lines.write(JSON.writeValueAsString(line));
        lines.write('\n');
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

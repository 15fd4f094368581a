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
 * checkpoint covers last, the checkpoint.
 */
public final class ExportWriter implements AutoCloseable {

    static final String FORM = "partner-hub-log-export/1";

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
        ObjectNode line = JSON.createObjectNode()
                .put("type", "header")
                .put("form", FORM)
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

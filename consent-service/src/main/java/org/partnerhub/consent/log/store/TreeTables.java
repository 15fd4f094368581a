package org.partnerhub.consent.log.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Run;
import org.partnerhub.transparency.Tree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tree's leaves, nodes and checkpoints. */
@Repository
class TreeTables implements Tree.Nodes {

    private final JdbcClient jdbc;

    TreeTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Hash at(int level, long index) {
        String node = level == 0
                ? "SELECT hash FROM log_leaf WHERE index = :index"
                : "SELECT hash FROM log_node WHERE level = :level AND index = :index";
        var query = jdbc.sql(node).param("index", index);
        byte[] hash = (level == 0 ? query : query.param("level", level))
                .query(byte[].class)
                .single();
        return Hash.of(hash);
    }

    /** The roots of these subtrees, read at once. */
    Map<Run, Hash> roots(List<Run> runs) {
        Map<Run, Hash> roots = new HashMap<>();
        jdbc.sql("""
                        SELECT asked.level, asked.index, coalesce(leaf.hash, node.hash) AS hash
                          FROM unnest(CAST(:levels AS smallint[]), CAST(:indexes AS bigint[])) AS asked (level, index)
                          LEFT JOIN log_leaf leaf ON asked.level = 0 AND leaf.index = asked.index
                          LEFT JOIN log_node node ON node.level = asked.level AND node.index = asked.index
                        """)
                .param("levels", runs.stream().map(Run::level).toArray(Integer[]::new))
                .param("indexes", runs.stream().map(Run::index).toArray(Long[]::new))
                .query(row -> {
                    int level = row.getInt("level");
                    roots.put(new Run(row.getLong("index") << level, level), Hash.of(row.getBytes("hash")));
                });
        return roots;
    }

    /** How many entries the latest checkpoint covers. */
    long size() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM log_checkpoint")
                .query(Long.class)
                .single();
    }

    Optional<String> latestCheckpoint() {
        return jdbc.sql("SELECT note FROM log_checkpoint ORDER BY size DESC LIMIT 1")
                .query(String.class)
                .optional();
    }

    void add(NewNodes added) {
        jdbc.sql("""
                        INSERT INTO log_leaf (index, entry, hash)
                        SELECT :first + place - 1, entry, hash
                          FROM unnest(CAST(:entries AS uuid[]), CAST(:leaves AS bytea[]))
                               WITH ORDINALITY AS added (entry, hash, place)
                        """)
                .param("first", added.first())
                .param("entries", added.entries())
                .param("leaves", added.leaves())
                .update();
        jdbc.sql("""
                        INSERT INTO log_node (level, index, hash)
                        SELECT * FROM unnest(CAST(:levels AS smallint[]), CAST(:indexes AS bigint[]), CAST(:nodes AS bytea[]))
                        """)
                .param("levels", added.levels())
                .param("indexes", added.indexes())
                .param("nodes", added.nodes())
                .update();
    }

    void add(long size, String note) {
        jdbc.sql("INSERT INTO log_checkpoint (size, note) VALUES (:size, :note)")
                .param("size", size)
                .param("note", note)
                .update();
    }
}

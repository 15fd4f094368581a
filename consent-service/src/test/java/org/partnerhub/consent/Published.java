package org.partnerhub.consent;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The events that wait in a service's outbox: nobody takes those that these tests are about. */
final class Published {

    private Published() {}

    static List<JsonNode> about(RunningService hub, String type, Object text) {
        return hub.bean(JdbcClient.class)
                .sql("SELECT body FROM outbox WHERE type = :type AND body LIKE '%' || :text || '%' ORDER BY created_at")
                .param("type", type)
                .param("text", text.toString())
                .query((row, number) -> RunningService.JSON.readTree(row.getString("body")))
                .list();
    }
}

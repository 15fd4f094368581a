package org.partnerhub.quickstart.partner;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes webhooks: checks each, keeps each delivery once, answers with the partner's own case reference. */
final class Inbox implements ResponseDefinitionTransformerV2 {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageCheck check;
    private final Conduct conduct;
    private final String casePrefix;
    private final Map<String, JsonNode> byDelivery = new LinkedHashMap<>();
    private final Map<String, String> correlations = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    Inbox(MessageCheck check, Conduct conduct, String casePrefix) {
        this.check = check;
        this.conduct = conduct;
        this.casePrefix = casePrefix;
    }

    @Override
    public String getName() {
        return "inbox";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        calls.incrementAndGet();
        int failure = conduct.failure();
        if (failure != 0) {
            return new ResponseDefinitionBuilder().withStatus(failure).build();
        }
        return answer(event.getRequest())
                .withFixedDelay((int) conduct.delay().toMillis())
                .build();
    }

    List<JsonNode> received() {
        synchronized (byDelivery) {
            return new ArrayList<>(byDelivery.values());
        }
    }

    Optional<String> correlation(String delivery) {
        return Optional.ofNullable(correlations.get(delivery));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int calls() {
        return calls.get();
    }

    private ResponseDefinitionBuilder answer(Request request) {
        SignedMessage message = new SignedMessage(
                request.getMethod().getName(),
                URI.create(request.getAbsoluteUrl()),
                name -> header(request, name),
                request.getBody());
        List<String> wrong = check.complaints(message);
        if (!wrong.isEmpty()) {
            complaints.addAll(wrong);
            return json(400, Map.of("title", "Not taken", "detail", String.join(" ", wrong)));
        }
        if (MessageCheck.isTest(message)) {
            return json(200, Map.of());
        }
        JsonNode body = JSON.readTree(message.body());
        correlations.put(body.path("delivery").asString(), message.header("x-correlation-id"));
        return json(200, Map.of("reference", keep(body)));
    }

    /** The same delivery again is the same case. */
    private String keep(JsonNode body) {
        String delivery = body.path("delivery").asString();
        synchronized (byDelivery) {
            byDelivery.putIfAbsent(delivery, body);
            return casePrefix + "-" + (List.copyOf(byDelivery.keySet()).indexOf(delivery) + 1);
        }
    }

    private static @Nullable String header(Request request, String name) {
        return request.containsHeader(name) ? request.getHeader(name) : null;
    }

    private static ResponseDefinitionBuilder json(int status, Map<String, String> body) {
        return new ResponseDefinitionBuilder()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(JSON.writeValueAsString(body));
    }
}

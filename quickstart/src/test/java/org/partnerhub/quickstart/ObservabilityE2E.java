package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningHub.class)
class ObservabilityE2E {

    private static final Path FILES = Path.of("..", "deploy", "observability");
    private static final Pattern SERIES = Pattern.compile("\\b(?:hub|http_server|jvm)_[a-z_]+");

    /** These appear with the first event of their kind; FamilyStoryE2E makes them, another order of tests may not have yet. */
    private static final Set<String> AFTER_THE_FIRST_DELIVERY =
            Set.of("hub_delivery_attempts_total", "hub_delivery_circuit_open");

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void everySeriesThatIsWatchedIsExposed(String file, RunningHub.World world) throws Exception {
        Set<String> watched = SERIES.matcher(Files.readString(FILES.resolve(file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        watched.removeAll(AFTER_THE_FIRST_DELIVERY);

        assertThat(exposed(world)).containsAll(watched);
        assertThat(watched).hasSizeGreaterThan(3);
    }

    private static Set<String> exposed(RunningHub.World world) throws IOException, InterruptedException {
        Set<String> series = new TreeSet<>();
        for (ServiceName service : ServiceName.values()) {
            HttpRequest scrape = HttpRequest.newBuilder(
                            world.hub().addresses().management(service).resolve("/actuator/prometheus"))
                    .build();
            HttpResponse<String> answer = HttpClient.newHttpClient().send(scrape, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(service.id()).isEqualTo(200);
            SERIES.matcher(answer.body()).results().map(MatchResult::group).forEach(series::add);
        }
        return series;
    }
}

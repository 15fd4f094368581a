package org.partnerhub.console.signin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

class SessionCookieIT extends RunningConsole {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void scriptsAndOtherSitesCannotUseTheSession() throws Exception {
        HttpResponse<String> answer = get(port, "/console/oauth2/authorization/hub");

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("PARTNER_HUB_CONSOLE=")
                .contains("Path=/console")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void redirectsNeverNameTheConsolesOwnAddress() throws Exception {
        assertThat(get(port, "/console/").headers().firstValue("Location"))
                .hasValue("/console/oauth2/authorization/hub");
    }

    @Test
    void theStyleIsThereBeforeAnybodySignsIn() throws Exception {
        HttpResponse<String> style = get(port, "/console/styles/console.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.body()).contains(".govuk-button").contains(".hub-bar").doesNotContain("GDS Transport");
    }

    @Test
    void theManagementPortTellsItsHealthAndNothingElse() throws Exception {
        assertThat(get(managementPort, "/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(get(managementPort, "/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String closed : new String[] {"env", "beans", "heapdump", "loggers", "sessions"}) {
            assertThat(get(managementPort, "/actuator/" + closed).statusCode()).isNotEqualTo(200);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString());
    }
}

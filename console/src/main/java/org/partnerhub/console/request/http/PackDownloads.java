package org.partnerhub.console.request.http;

import java.io.InputStream;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pack that was made, as a file: for people, and for machines. */
@Controller
class PackDownloads {

    private final OfficerCalls calls;
    private final RequestCalls requests;

    PackDownloads(OfficerCalls calls, RequestCalls requests) {
        this.calls = calls;
        this.requests = requests;
    }

    @GetMapping("/requests/{id}/paper")
    Object paper(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return file(officer, id, "/rights-requests/{id}/pack/paper", MediaType.APPLICATION_PDF, ".pdf");
    }

    @GetMapping("/requests/{id}/data")
    Object data(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return file(officer, id, "/rights-requests/{id}/pack", MediaType.APPLICATION_JSON, ".json");
    }

    private Object file(OAuth2AuthorizedClient officer, UUID id, String path, MediaType type, String ending) {
        Answer<byte[]> answer = calls.read(officer, RequestCalls.CONSENT, InputStream::readAllBytes, path, id);
        return answer.given()
                .<Object>map(it -> ResponseEntity.ok()
                        .contentType(type)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pack-" + id + ending + "\"")
                        .body(it))
                .orElseGet(() -> Shown.troubled(requests.page(officer, id), answer));
    }
}

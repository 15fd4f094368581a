package org.partnerhub.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.setPath;
import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.TreeSet;
import org.partnerhub.contracts.api.ApiCatalogue;
import org.partnerhub.contracts.api.ApiOperation;
import org.partnerhub.support.web.ProblemResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Each path of the catalogue goes to its owner, the console's prefix to the console. */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final String RETRY_SECONDS = "5";

    @Bean
    RouterFunction<ServerResponse> services(Upstreams upstreams) {
        var operations = ApiCatalogue.outside().operations();
        var owners = new TreeSet<>(operations.stream().map(ApiOperation::owner).toList());
        return owners.stream()
                .map(owner -> to(owner, upstreams.of(owner), paths(owner)))
                .reduce(RouterFunction::and)
                .orElseThrow();
    }

    @Bean
    RouterFunction<ServerResponse> console(Upstreams upstreams) {
        var pages = RequestPredicates.path("/console").or(RequestPredicates.path("/console/**"));
        return to("console", upstreams.of("console"), pages);
    }

    /** The documentation page gets its tokens here: one origin, and no address of the identity provider in the page. */
    @Bean
    RouterFunction<ServerResponse> tokensForDocumentation(@Value("${hub.token-url}") URI tokenUrl) {
        return to("identity", tokenUrl, RequestPredicates.POST(Documentation.TOKEN_PATH))
                .filter((request, next) ->
                        next.handle(setPath(tokenUrl.getPath()).apply(request)));
    }

    @Bean
    RestClientProxyExchange proxyExchange(
            RestClient.Builder clients, Upstreams upstreams, GatewayMvcProperties properties) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(upstreams.upstream().connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(upstreams.upstream().readTimeout());
        return new RestClientProxyExchange(clients.requestFactory(factory).build(), properties);
    }

    private static RequestPredicate paths(String owner) {
        return ApiCatalogue.outside().ownedBy(owner).stream()
                .map(ApiOperation::path)
                .distinct()
                .map(RequestPredicates::path)
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static RouterFunction<ServerResponse> to(String owner, URI upstream, RequestPredicate paths) {
        return route(owner)
                .route(paths, http())
                .before(uri(upstream))
                .onError(ResourceAccessException.class, (failure, request) -> unanswered(owner, failure, request))
                .build();
    }

    private static ServerResponse unanswered(String owner, Throwable failure, ServerRequest request) {
        Throwable cause = failure.getCause();
        LOG.warn("{} did not answer {}: {}", owner, request.method(), String.valueOf(cause));
        if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
            return problem(
                    HttpStatus.GATEWAY_TIMEOUT,
                    "no-answer-in-time",
                    "It may or may not have been done; send the same request again, with the same Idempotency-Key if it had one.");
        }
        boolean begun = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "temporarily-unavailable",
                begun
                        ? "The answer was lost; send the same request again, with the same Idempotency-Key if it had one."
                        : "Nothing was done; send the same request again later.");
    }

    private static ServerResponse problem(HttpStatus status, String slug, String detail) {
        return ServerResponse.status(status)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(status, slug, detail));
    }
}

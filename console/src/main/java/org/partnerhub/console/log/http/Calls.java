package org.partnerhub.console.log.http;

import java.net.http.HttpClient;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the console calls the hub's services; the time-outs are settings. */
@Configuration(proxyBeanMethods = false)
class Calls {

    /** The services speak HTTP/1.1; asking each for an upgrade first only costs. */
    @Bean
    ClientHttpRequestFactoryBuilder<?> plainHttp() {
        return ClientHttpRequestFactoryBuilder.jdk()
                .withHttpClientCustomizer(client -> client.version(HttpClient.Version.HTTP_1_1));
    }
}

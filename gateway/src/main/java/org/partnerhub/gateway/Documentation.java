package org.partnerhub.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The page where a partner's engineer reads and tries the API, with the files that it and the engineer need. */
@RestController
class Documentation implements WebMvcConfigurer {

    /** Scripts, styles and calls of this origin alone; pictures also from the style sheet itself. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static final String TOKEN_PATH = "/docs/token";

    private static final String SWAGGER = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final String api = ApiDocument.forPage(TOKEN_PATH);

    @GetMapping(value = "/docs/openapi/partner-hub.yaml", produces = "application/yaml")
    String api() {
        return api;
    }

    @GetMapping(value = "/docs/", produces = MediaType.TEXT_HTML_VALUE)
    Resource page() {
        return new ClassPathResource("/docs/index.html");
    }

    @GetMapping({"/docs", "/docs/partner-hub.yaml"})
    ResponseEntity<Void> moved(jakarta.servlet.http.HttpServletRequest request) {
        String to = request.getRequestURI().endsWith(".yaml") ? "/docs/openapi/partner-hub.yaml" : "/docs/";
        return ResponseEntity.status(302).location(URI.create(to)).build();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.setOrder(1);
        registry.addResourceHandler("/docs/swagger-ui/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/swagger-ui/" + swaggerVersion() + "/");
        for (String files : new String[] {"schema", "examples", "asyncapi", "fhir"}) {
            registry.addResourceHandler("/docs/" + files + "/**").addResourceLocations("classpath:/" + files + "/");
        }
        registry.addResourceHandler("/docs/*").addResourceLocations("classpath:/docs/");
    }

    private static String swaggerVersion() {
        try (InputStream file = Documentation.class.getResourceAsStream(SWAGGER)) {
            if (file == null) {
                throw new IllegalStateException("The webjar org.webjars:swagger-ui is not on the class path.");
            }
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

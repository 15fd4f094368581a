package org.partnerhub.testkit.contract;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The request mappings of controllers as Spring reads their annotations, without starting anything. */
final class Controllers extends RequestMappingHandlerMapping {

    Controllers() {
        afterPropertiesSet();
    }

    Stream<RequestMappingInfo> below(String packageName) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents(packageName).stream()
                .map(it -> Objects.requireNonNull(it.getBeanClassName()))
                .map(it -> ClassUtils.resolveClassName(it, Controllers.class.getClassLoader()))
                .flatMap(this::mappings);
    }

    private Stream<RequestMappingInfo> mappings(Class<?> controller) {
        return Arrays.stream(ReflectionUtils.getAllDeclaredMethods(controller))
                .flatMap(method -> Stream.ofNullable(getMappingForMethod(method, controller)));
    }

    /** Nothing is registered: there is no application here to serve. */
    @Override
    protected void initHandlerMethods() {}
}

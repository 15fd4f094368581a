package org.partnerhub.quickstart;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.partnerhub.embedded.PartsFolder;

/** One hub with its partners for all whole-hub tests of a run: started by the first, stopped after the last. */
public final class RunningHub implements BeforeAllCallback, ParameterResolver {

    /** The hub and what stands around it. */
    public record World(PartsFolder folder, Hub hub, DemoPartners partners, SpanCollector spans)
            implements AutoCloseable {

        static World start() {
            PartsFolder folder = PartsFolder.withAnyPorts(Path.of("target", "hub-under-test"));
            HubAddresses addresses = new HubAddresses(folder);
            DemoPartners partners = DemoPartners.start(addresses);
            SpanCollector spans = new SpanCollector();
            Map<String, String> settings = new HashMap<>(partners.channels());
            settings.put(
                    "management.opentelemetry.tracing.export.otlp.endpoint",
                    spans.endpoint().toString());
            return new World(folder, Hub.start(folder, settings, progress -> {}), partners, spans);
        }

        @Override
        public void close() {
            hub.close();
            partners.close();
            spans.close();
            folder.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        world(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return world(context);
    }

    private static World world(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(World.class, type -> World.start(), World.class);
    }
}

package org.partnerhub.support.events;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;

/** Carries trace and correlation id over the time that work rests in a table or in the broker. */
public record Traces(Tracer tracer, Propagator propagator, String service) {

    static final String TRACEPARENT = "traceparent";

    /** The trace of the work in hand, in the W3C's form. */
    @Nullable
    String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (ignored, field, value) -> carrier.put(field, value));
        return carrier.get(TRACEPARENT);
    }

    /** Does the work as a part of the trace and under the correlation id that came with the message. */
    void continued(EventMessage message, Runnable work) {
        var trail = new Trail(message.correlationId(), message.traceparent());
        try (var _ = MDC.putCloseable("event", message.id().toString())) {
            follow(trail, started(trail).kind(Span.Kind.CONSUMER), message.type() + " process", work);
        }
    }

    /** What the work in hand belongs to, to be kept with what it leaves to be done later. */
    public Trail trail() {
        return new Trail(MDC.get(CorrelationFilter.MDC_KEY), current());
    }

    /**
     * Does what was left, as a part of the same trace and under the same correlation id.
     *
     * @param name what is done, without an id
     */
    public void follow(Trail trail, String name, Runnable work) {
        follow(trail, started(trail), name, work);
    }

    private void follow(Trail trail, Span.Builder begun, String name, Runnable work) {
        Span span = begun.name(name).start();
        try (var _ = tracer.withSpan(span);
                var _ = MDC.putCloseable("service", service);
                var _ = MDC.putCloseable(CorrelationFilter.MDC_KEY, trail.correlation())) {
            work.run();
        } finally {
            span.end();
        }
    }

    private Span.Builder started(Trail trail) {
        Map<String, String> carrier = trail.traceparent() == null ? Map.of() : Map.of(TRACEPARENT, trail.traceparent());
        return propagator.extract(carrier, (ignored, field) -> carrier.get(field));
    }
}

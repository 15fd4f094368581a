package org.partnerhub.support.events;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;

/** Carries trace and correlation id over the time that an event rests in a table or in the broker. */
record Traces(Tracer tracer, Propagator propagator, String service) {

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
        Map<String, String> carrier =
                message.traceparent() == null ? Map.of() : Map.of(TRACEPARENT, message.traceparent());
        Span span = propagator
                .extract(carrier, (ignored, field) -> carrier.get(field))
                .kind(Span.Kind.CONSUMER)
                .name(message.type() + " process")
                .start();
        try (var _ = tracer.withSpan(span);
                var _ = MDC.putCloseable("service", service);
                var _ = MDC.putCloseable("event", message.id().toString());
                var _ = MDC.putCloseable(CorrelationFilter.MDC_KEY, message.correlationId())) {
            work.run();
        } finally {
            span.end();
        }
    }
}

package org.partnerhub.support.events;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitAdmin;

/** Declares at once, and fails at once where the broker refuses; Spring itself waits for the first connection. */
final class Declaring {

    private Declaring() {}

    static void all(RabbitAdmin admin, Declarables declarables) {
        declarables.getDeclarablesByType(Exchange.class).forEach(admin::declareExchange);
        declarables.getDeclarablesByType(Queue.class).forEach(admin::declareQueue);
        declarables.getDeclarablesByType(Binding.class).forEach(admin::declareBinding);
    }
}

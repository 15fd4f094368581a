package org.partnerhub.contracts.event;

/** The names on the broker; AsyncAPI says the same. */
public final class Broker {

    /** The topic exchange that every event goes to. */
    public static final String EXCHANGE = "hub.events";

    /** Where a message goes that its consumer could not take; operators look there. */
    public static final String DEAD_LETTER_EXCHANGE = "hub.dead-letters";

    private Broker() {}

    /** The queue of one consumer for one kind of event, such as {@code notification-service.disclosure.requested}. */
    public static String queue(String consumer, EventType type) {
        return consumer + "." + type.routingKey();
    }
}

package org.partnerhub.support.events;

import org.springframework.context.annotation.Configuration;

/** Outbox, relay, inbox and listeners for a service with a database and a broker. */
@Configuration(proxyBeanMethods = false)
public class EventSupport {}

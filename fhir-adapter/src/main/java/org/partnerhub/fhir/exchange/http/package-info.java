/** The inside door by which notification-service has a message sent. */
@NullMarked
package org.partnerhub.fhir.exchange.http;

import org.jspecify.annotations.NullMarked;

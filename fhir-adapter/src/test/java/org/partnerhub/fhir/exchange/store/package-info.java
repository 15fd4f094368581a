@NullMarked
package org.partnerhub.fhir.exchange.store;

import org.jspecify.annotations.NullMarked;

/** What the services tell each other through the broker: ids only, never personal data. */
@NullMarked
package org.partnerhub.contracts.event;

import org.jspecify.annotations.NullMarked;

/** The pages about deliveries and partners. */
@NullMarked
package org.partnerhub.console.delivery.http;

import org.jspecify.annotations.NullMarked;

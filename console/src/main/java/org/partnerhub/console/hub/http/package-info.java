/** Calls to the hub's services, each with the officer's own token. */
@NullMarked
package org.partnerhub.console.hub.http;

import org.jspecify.annotations.NullMarked;

/** What comes of asking one of the hub's services, and what an officer is told when it is not what was asked for. */
@NullMarked
package org.partnerhub.console.hub;

import org.jspecify.annotations.NullMarked;

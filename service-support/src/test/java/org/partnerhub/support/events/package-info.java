@NullMarked
package org.partnerhub.support.events;

import org.jspecify.annotations.NullMarked;

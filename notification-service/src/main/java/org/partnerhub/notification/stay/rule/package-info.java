/** The rules of stays, as lists that an officer can read, each with its source. */
@NullMarked
package org.partnerhub.notification.stay.rule;

import org.jspecify.annotations.NullMarked;

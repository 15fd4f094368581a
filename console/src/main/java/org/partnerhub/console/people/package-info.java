/** People who may be one: what an officer is shown side by side, and what they settle. */
@NullMarked
package org.partnerhub.console.people;

import org.jspecify.annotations.NullMarked;

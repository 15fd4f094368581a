/** Audit samples: drawn from the disclosure log, examined entry by entry against a checklist. */
@NullMarked
package org.partnerhub.console.sample;

import org.jspecify.annotations.NullMarked;

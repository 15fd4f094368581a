/** The rules: one list, each allowing or withholding with its reason. */
@NullMarked
package org.partnerhub.consent.decision;

import org.jspecify.annotations.NullMarked;

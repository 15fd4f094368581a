/** The register of information sharing agreements: what is in force, what lapses, and what officers enter. */
@NullMarked
package org.partnerhub.console.agreement;

import org.jspecify.annotations.NullMarked;

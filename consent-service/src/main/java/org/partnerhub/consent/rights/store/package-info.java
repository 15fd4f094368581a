/** The register of requests. */
@NullMarked
package org.partnerhub.consent.rights.store;

import org.jspecify.annotations.NullMarked;

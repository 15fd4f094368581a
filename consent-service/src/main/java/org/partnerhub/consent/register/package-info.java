/** The register of consents, for governance officers. */
@NullMarked
package org.partnerhub.consent.register;

import org.jspecify.annotations.NullMarked;

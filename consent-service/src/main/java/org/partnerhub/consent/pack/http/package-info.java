/** Governance officers' calls about pieces and packs. */
@NullMarked
package org.partnerhub.consent.pack.http;

import org.jspecify.annotations.NullMarked;

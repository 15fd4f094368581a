/** Governance officers' calls about audit samples. */
@NullMarked
package org.partnerhub.consent.sample.http;

import org.jspecify.annotations.NullMarked;

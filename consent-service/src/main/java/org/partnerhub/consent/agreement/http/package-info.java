/** What governance officers call about agreements. */
@NullMarked
package org.partnerhub.consent.agreement.http;

import org.jspecify.annotations.NullMarked;

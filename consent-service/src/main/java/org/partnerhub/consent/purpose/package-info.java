/** For what information may be shared: policy/purposes.yml. */
@NullMarked
package org.partnerhub.consent.purpose;

import org.jspecify.annotations.NullMarked;

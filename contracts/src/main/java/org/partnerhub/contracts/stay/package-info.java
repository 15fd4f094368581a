/** What hospitals and homes report about stays, whatever form it came in. */
@NullMarked
package org.partnerhub.contracts.stay;

import org.jspecify.annotations.NullMarked;

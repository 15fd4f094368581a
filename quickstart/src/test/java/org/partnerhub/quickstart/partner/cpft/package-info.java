/** Tests of CPFT's side. */
@NullMarked
package org.partnerhub.quickstart.partner.cpft;

import org.jspecify.annotations.NullMarked;

/** What every module's tests share: real parts, an issuer of right and wrong tokens, the structure rules. */
@NullMarked
package org.partnerhub.testkit;

import org.jspecify.annotations.NullMarked;

/** Controllers for the test of the check. */
@NullMarked
package org.partnerhub.testkit.contract.whole;

import org.jspecify.annotations.NullMarked;

/** Controllers for the test of the check. */
@NullMarked
package org.partnerhub.testkit.contract.lacking;

import org.jspecify.annotations.NullMarked;

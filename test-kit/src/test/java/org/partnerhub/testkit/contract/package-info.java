/** Tests of the check that services use. */
@NullMarked
package org.partnerhub.testkit.contract;

import org.jspecify.annotations.NullMarked;

/** Tests of policy files. */
@NullMarked
package org.partnerhub.contracts.policy;

import org.jspecify.annotations.NullMarked;

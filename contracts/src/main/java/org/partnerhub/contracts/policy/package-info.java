/** The rules as data: policy/*.yml, read from a folder or from this jar, their version a hash of their bytes. */
@NullMarked
package org.partnerhub.contracts.policy;

import org.jspecify.annotations.NullMarked;

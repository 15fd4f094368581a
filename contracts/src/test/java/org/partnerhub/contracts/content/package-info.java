/** Tests of content. */
@NullMarked
package org.partnerhub.contracts.content;

import org.jspecify.annotations.NullMarked;

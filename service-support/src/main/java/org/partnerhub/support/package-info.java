/** What every service stands on, without a word of the domain. */
@NullMarked
package org.partnerhub.support;

import org.jspecify.annotations.NullMarked;

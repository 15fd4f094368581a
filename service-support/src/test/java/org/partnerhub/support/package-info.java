@NullMarked
package org.partnerhub.support;

import org.jspecify.annotations.NullMarked;

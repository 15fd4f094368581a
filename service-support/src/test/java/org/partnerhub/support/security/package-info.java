@NullMarked
package org.partnerhub.support.security;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.partnerhub.gateway;

import org.jspecify.annotations.NullMarked;

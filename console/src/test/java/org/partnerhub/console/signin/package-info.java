@NullMarked
package org.partnerhub.console.signin;

import org.jspecify.annotations.NullMarked;

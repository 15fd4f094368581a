@NullMarked
package org.partnerhub.console.child.http;

import org.jspecify.annotations.NullMarked;

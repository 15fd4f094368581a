@NullMarked
package org.partnerhub.console.integrity.http;

import org.jspecify.annotations.NullMarked;

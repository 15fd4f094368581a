@NullMarked
package org.partnerhub.console.breach.http;

import org.jspecify.annotations.NullMarked;

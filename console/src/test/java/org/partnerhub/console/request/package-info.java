@NullMarked
package org.partnerhub.console.request;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.partnerhub.console.today.http;

import org.jspecify.annotations.NullMarked;

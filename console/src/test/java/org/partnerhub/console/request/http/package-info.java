@NullMarked
package org.partnerhub.console.request.http;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.partnerhub.console.delivery.http;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.partnerhub.console.stay.http;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.partnerhub.console.consent.http;

import org.jspecify.annotations.NullMarked;

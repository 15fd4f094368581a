@NullMarked
package org.partnerhub.console.agreement.http;

import org.jspecify.annotations.NullMarked;

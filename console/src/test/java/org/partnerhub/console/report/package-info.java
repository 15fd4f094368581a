@NullMarked
package org.partnerhub.console.report;

import org.jspecify.annotations.NullMarked;

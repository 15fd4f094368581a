@NullMarked
package org.partnerhub.console.report.http;

import org.jspecify.annotations.NullMarked;

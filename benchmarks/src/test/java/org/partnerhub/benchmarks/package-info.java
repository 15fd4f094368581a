@NullMarked
package org.partnerhub.benchmarks;

import org.jspecify.annotations.NullMarked;

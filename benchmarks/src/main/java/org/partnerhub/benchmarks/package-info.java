/** Programs that compare the hub with a baseline in the same run and print ratios. No timing here decides a test. */
@NullMarked
package org.partnerhub.benchmarks;

import org.jspecify.annotations.NullMarked;

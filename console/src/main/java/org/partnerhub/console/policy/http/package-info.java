/** What the policy offers to choose from. */
@NullMarked
package org.partnerhub.console.policy.http;

import org.jspecify.annotations.NullMarked;

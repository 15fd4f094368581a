/** The signed permission to send one thing to one recipient, and its verification. */
@NullMarked
package org.partnerhub.contracts.permit;

import org.jspecify.annotations.NullMarked;

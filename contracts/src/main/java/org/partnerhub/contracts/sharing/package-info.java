/** What is shared, why and with whom: categories of information, purposes, grounds and recipients. */
@NullMarked
package org.partnerhub.contracts.sharing;

import org.jspecify.annotations.NullMarked;

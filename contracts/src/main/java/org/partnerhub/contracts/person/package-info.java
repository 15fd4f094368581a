/** Who a person is, as the services ask each other. */
@NullMarked
package org.partnerhub.contracts.person;

import org.jspecify.annotations.NullMarked;

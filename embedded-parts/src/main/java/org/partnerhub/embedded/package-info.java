/** The real PostgreSQL, AMQP broker and Keycloak, fetched from Maven and kept in one folder. */
@NullMarked
package org.partnerhub.embedded;

import org.jspecify.annotations.NullMarked;

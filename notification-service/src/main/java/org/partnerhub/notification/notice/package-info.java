/** Telling those who hold something that the consent to it has ended (UK GDPR Article 19). */
@NullMarked
package org.partnerhub.notification.notice;

import org.jspecify.annotations.NullMarked;

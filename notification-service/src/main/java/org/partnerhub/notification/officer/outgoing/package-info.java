/** What officers and operators see and do, told to the disclosure log before it is shown or done. */
@NullMarked
package org.partnerhub.notification.officer.outgoing;

import org.jspecify.annotations.NullMarked;

/** Whether every service is as the published contract says. */
@NullMarked
package org.partnerhub.quickstart.contract;

import org.jspecify.annotations.NullMarked;

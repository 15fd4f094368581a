/** Where an ask goes: policy/pathways.yml, read as ordered rows that explain themselves. */
@NullMarked
package org.partnerhub.referral.routing;

import org.jspecify.annotations.NullMarked;

/** Server-rendered pages for governance officers and operators. The console keeps nothing and holds no rights of its own. */
@NullMarked
package org.partnerhub.console;

import org.jspecify.annotations.NullMarked;

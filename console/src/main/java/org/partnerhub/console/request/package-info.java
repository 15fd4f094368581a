/** What people ask about their own records: by when, what is held, what is given. */
@NullMarked
package org.partnerhub.console.request;

import org.jspecify.annotations.NullMarked;

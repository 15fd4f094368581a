/** The pages of the disclosure log, and the calls to consent-service behind them. */
@NullMarked
package org.partnerhub.console.log.http;

import org.jspecify.annotations.NullMarked;

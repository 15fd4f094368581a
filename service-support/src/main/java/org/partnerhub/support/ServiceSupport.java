package org.partnerhub.support;

import org.partnerhub.support.calls.ServiceCalls;
import org.partnerhub.support.security.ServiceSecurity;
import org.partnerhub.support.web.Guards;
import org.partnerhub.support.web.Problems;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that a service with an API of its own imports; {@code EventSupport} is beside it for those with a database. */
@Configuration(proxyBeanMethods = false)
@Import({ServiceSecurity.class, Guards.class, Problems.class, ServiceCalls.class})
public class ServiceSupport {}

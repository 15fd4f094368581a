package org.partnerhub.testkit;

/** The same promises, kept by the images and the files of docker-compose.yml. */
@OnContainers
class TestPartsContainersIT extends TestPartsIT {}

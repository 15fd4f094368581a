package org.partnerhub.referral;

import org.partnerhub.testkit.OnContainers;

/** Referrals taken on the PostgreSQL and RabbitMQ of docker-compose.yml. */
@OnContainers
class TakingReferralsContainersIT extends TakingReferralsIT {}

-- What is said later about a referral comes under its correlation id.
CREATE INDEX received_message_correlation ON received_message (partner, correlation_id);

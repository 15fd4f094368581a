-- The trace that asked for the delivery, in the W3C's form: its attempts are a part of it.
alter table delivery add column traceparent text;

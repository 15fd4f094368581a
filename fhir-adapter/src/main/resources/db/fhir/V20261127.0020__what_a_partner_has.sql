-- Whether a partner took a message, and for which purpose it was: a later one about the same referral and purpose is an update of it.
alter table exchange add column purpose text;
alter table exchange add column taken boolean not null default false;

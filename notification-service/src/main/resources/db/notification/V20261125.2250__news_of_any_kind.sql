-- News of any kind (consent, release, agreement) that came while an attempt was under way: what it refuses is asked again, not parked.
alter table delivery rename column consent_news to news;

-- What a duty demands and nobody has released or agreed to is brought to somebody's notice once.
alter table delivery add column escalated_at timestamptz;
create index delivery_escalated on delivery (escalated_at) where state = 'PARKED' and escalated_at is not null;

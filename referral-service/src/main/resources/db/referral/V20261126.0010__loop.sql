-- The loop: who hears where, what is asked back, what is told to recipients, which clocks run.

alter table referral add column answer_to text;
alter table referral add column area_found text;
grant update (area_found) on referral to ${serviceRole};

-- ask: which of the referral's asks brought it here. needs: what the recipient wants to know more about. informed: the sender has
-- given more since the recipient asked. asked_since: when the time to answer began.
alter table referral_recipient add column ask int not null default 0;
alter table referral_recipient add column needs text[] not null default '{}';
alter table referral_recipient add column informed boolean not null default false;
alter table referral_recipient add column escalated_to text;

alter table open_question add column ask int not null default 0;
alter table open_question add column service text;
alter table open_question add column escalated_to text;
alter table open_question add column settled_by text;
alter table open_question drop constraint open_question_referral_id_purpose_missing_key;
create unique index open_question_once on open_question (referral_id, ask, purpose, missing) where settled_at is null;

-- A referrer gets one outcome for each recipient; a second has no place.
alter table feedback add column outcome boolean not null default false;
create unique index feedback_one_outcome on feedback (referral_id, about) where outcome;

-- What a recipient is told about a referral that it has: the id is the delivery's.
create table follow_up (
    id           uuid primary key,
    referral_id  uuid        not null references referral on delete cascade,
    asked        uuid        not null references referral_recipient on delete cascade,
    says         text        not null,
    reason       text,
    asked_at     timestamptz not null
);
create index follow_up_of_referral on follow_up (referral_id);
grant select, insert on follow_up to ${serviceRole};

-- What the sender added later. Never changed, so that nobody's words replace another's.
create table referral_update (
    id           bigint generated always as identity primary key,
    referral_id  uuid        not null references referral on delete cascade,
    message      text,
    added_by     text        not null,
    added_at     timestamptz not null
);
create index referral_update_of_referral on referral_update (referral_id, id);
grant select, insert on referral_update to ${serviceRole};

-- Clocks that survive a restart. A worker takes what is due with SKIP LOCKED, so each strikes once in a cluster.
create table referral_clock (
    id           uuid primary key,
    referral_id  uuid        not null references referral on delete cascade,
    asked        uuid references referral_recipient on delete cascade,
    question     uuid references open_question on delete cascade,
    strikes      text        not null,
    due_at       timestamptz not null,
    struck_at    timestamptz,
    came_to      text
);
create index referral_clock_due on referral_clock (due_at) where struck_at is null;
create index referral_clock_of_referral on referral_clock (referral_id);
grant select, insert on referral_clock to ${serviceRole};
grant update (struck_at, came_to) on referral_clock to ${serviceRole};

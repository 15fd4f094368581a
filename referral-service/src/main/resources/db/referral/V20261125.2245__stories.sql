-- A story is told in an order, put right by its own authors, and kept for as long as its record must be.
alter table contribution add column number bigint generated always as identity;
alter table contribution add column corrects uuid references contribution;
alter table contribution add column keeping text not null default 'childrens';
create unique index contribution_corrected_once on contribution (corrects) where corrects is not null;

-- A relative's information is held under that relative: what children's stories said of them moves to records of their own.
create temporary table relative_told on commit drop as
    select contribution.id as contribution, told.place, gen_random_uuid() as person, contribution.contributed_by,
           contribution.contributed_at, told.relative ->> 'name' as name, told.relative ->> 'relationship' as relationship,
           (told.relative ->> 'birthDate')::date as birth_date
    from contribution,
         jsonb_array_elements(contribution.content -> 'relatives') with ordinality as told (relative, place)
    where contribution.part = 'household';

insert into person (id, nhs_number_absent, given_names, family_name, birth_date, known_since)
    select person, 'not-known',
           array[coalesce(nullif(regexp_replace(name, '\s*\S+$', ''), ''), name)], regexp_replace(name, '^.*\s', ''),
           birth_date, contributed_at
    from relative_told;

update contribution set content = jsonb_build_object('members', coalesce((
        select jsonb_agg(jsonb_build_object('person', person, 'relationship', relationship) order by place)
        from relative_told where relative_told.contribution = contribution.id), '[]'))
    where part = 'household';

-- The answer to an Idempotency-Key is what it added.
create table story_key (
    partner    text        not null,
    key        text        not null,
    body_hash  bytea       not null,
    made       uuid[]      not null,
    used_at    timestamptz not null,
    primary key (partner, key)
);
create index story_key_by_age on story_key (used_at);
grant select, insert, delete on story_key to ${serviceRole};
grant update (made) on story_key to ${serviceRole};

-- Which partners were told of somebody because they asked.
create table story_told (
    person_id  uuid        not null references person,
    partner    text        not null,
    first_at   timestamptz not null,
    primary key (person_id, partner)
);
grant select, insert on story_told to ${serviceRole};

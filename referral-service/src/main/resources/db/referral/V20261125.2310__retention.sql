-- How long records are kept, legal holds, and the one way in which parts of stories and files are ever deleted.

-- a correction may outlive what it corrected, where the two are kept by different rules
alter table contribution drop constraint contribution_corrects_fkey;
alter table contribution add constraint contribution_corrects_fkey
    foreign key (corrects) references contribution on delete set null;

-- whoever added a file to the wrong record takes it back: nobody is told of it any more, officers still see it
alter table attachment add column taken_back_at timestamptz;
grant update (taken_back_at) on attachment to ${serviceRole};

create table legal_hold (
    id         uuid primary key,
    person_id  uuid        not null references person,
    reason     text        not null,
    set_by     text        not null,
    set_at     timestamptz not null,
    ended_by   text,
    ended_at   timestamptz,
    ended_for  text
);
create index legal_hold_of_person on legal_hold (person_id);
grant select, insert on legal_hold to ${serviceRole};
grant update (ended_by, ended_at, ended_for) on legal_hold to ${serviceRole};

-- The last day on which something is kept.
--   childrens      until the 25th birthday, or the 26th where somebody was 17 at the end of what was done with them
--   mental-health  twenty years from the end, or as a child's where that is later
-- Whoever was 18 or over at the end has an adult's record: eight years from the end, and not less than a child's. Where no birth date
-- is known, the latest that a child's could be: somebody born on the last day would turn 25.
create function retention_ends(keeping text, born date, ended date) returns date
    language sql immutable as $$
    select greatest(
        case
            when born is null then ended + interval '25 years'
            when extract(year from age(ended, born)) = 17 then born + interval '26 years'
            when extract(year from age(ended, born)) >= 18
                then greatest(born + interval '25 years', ended + interval '8 years')
            else born + interval '25 years'
        end,
        case when keeping = 'mental-health' then ended + interval '20 years' else '-infinity' end)::date
    $$;

-- The end: the last day on which anything was told, added, referred or answered about somebody.
create function record_ended(one uuid) returns date
    language sql stable set search_path = public, pg_temp as $$
    with me as (select id from person where current_id = one)
    select greatest(
        (select max(contributed_at) from contribution where person_id in (select id from me)),
        (select max(added_at) from attachment where person_id in (select id from me)),
        (select max(received_at) from referral where person_id in (select id from me)),
        (select max(changed_at) from referral_recipient join referral on referral.id = referral_id
          where person_id in (select id from me)))::date
    $$;

-- Deletes what is past its time of at most so many people, and says how much. It decides by itself: the service's role, which may call it,
-- may delete nothing else. Whoever sets a hold and whoever deletes wait for each other.
create function delete_past_retention(most int)
    returns table (person uuid, contributions int, attachments int)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    candidate record;
    ended date;
    people_done int := 0;
begin
    for candidate in
        select current_id as one, min(birth_date) as born from public.person
        group by current_id
        having coalesce(min(birth_date), min(known_since)::date) < current_date - interval '25 years'
        order by current_id
    loop
        exit when people_done >= most;
        perform from public.person where current_id = candidate.one for update;
        continue when exists (select from legal_hold
            where ended_at is null
              and person_id in (select id from public.person where current_id = candidate.one));
        ended := record_ended(candidate.one);
        continue when ended is null;
        delete from contribution
            where person_id in (select id from public.person where current_id = candidate.one)
              and retention_ends(keeping, candidate.born, ended) < current_date;
        get diagnostics contributions = row_count;
        delete from attachment
            where person_id in (select id from public.person where current_id = candidate.one)
              and retention_ends(keeping, candidate.born, ended) < current_date;
        get diagnostics attachments = row_count;
        continue when contributions = 0 and attachments = 0;
        people_done := people_done + 1;
        person := candidate.one;
        return next;
    end loop;
    delete from attachment_content
        where not exists (select from attachment where attachment.hash = attachment_content.hash)
          and people_done > 0;
end
$$;
revoke all on function delete_past_retention(int) from public;
grant execute on function delete_past_retention(int) to ${serviceRole};

-- A recipient is held while everybody who runs it is paused: the pause of one of several says nothing about the others
-- (docs/decisions/2026-11-27-a-pause-holds-what-its-partner-alone-runs.md).
create view recipient_held as
select recipient
  from recipient_operator
  left join partner_pause using (partner)
 group by recipient
having bool_and(coalesce(paused, false));

grant select on recipient_held to ${serviceRole};

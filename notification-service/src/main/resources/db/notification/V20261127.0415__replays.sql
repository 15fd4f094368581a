-- Which deliveries an operator had tried again, and by which entry of the disclosure log (reference replay/ID).
create table delivery_replay (
    replay      uuid        not null,
    delivery    uuid        not null references delivery,
    replayed_at timestamptz not null default now(),
    primary key (replay, delivery)
);
create index delivery_replay_delivery on delivery_replay (delivery);
grant select, insert on delivery_replay to ${serviceRole};

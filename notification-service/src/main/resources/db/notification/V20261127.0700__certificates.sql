-- Until when the certificate is good that a recipient's server showed last.
create table recipient_certificate (
    recipient  text        primary key,
    good_until timestamptz not null,
    seen_at    timestamptz not null default now()
);
grant select, insert, update on recipient_certificate to ${serviceRole};

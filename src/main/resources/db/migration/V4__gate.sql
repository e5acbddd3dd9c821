-- First answers of writes, so that the same message sent again gets the same answer.
create table kapu.answered_write (
    partner     text        not null,
    message_id  text        not null,
    operation   text        not null,
    body_hash   bytea       not null,
    answer      bytea,
    persons     text[]      not null default '{}',
    fields      text[]      not null default '{}',
    answered_at timestamptz not null default now(),
    primary key (partner, message_id)
);

create index answered_write_age on kapu.answered_write using brin (answered_at);

grant select, insert, update, delete on kapu.answered_write to kapu_app;

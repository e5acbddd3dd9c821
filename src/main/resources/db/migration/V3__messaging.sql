-- Events on their way to partners: one row for each event and partner, written in the transaction of the event and
-- deleted when the partner's queue has it. What happens once is dispatched at least once, in the order of a person.
create table outbox (
    id                      bigint generated always as identity primary key,
    event_id                uuid not null,
    kind                    text not null,
    partner                 text not null,
    subject                 text not null,
    affiliated_with         text[] not null,
    responsible_institution text,
    institution             text not null,
    body                    text not null,
    occurred_at             timestamptz not null,
    attempts                integer not null default 0,
    next_attempt_at         timestamptz not null default now(),
    last_error              text,
    unique (event_id, partner)
);

comment on column outbox.subject is 'education ID of the person the event is about';
comment on column outbox.body is 'XML of the contract (wsdl/events.xsd), complete; the gate minimises it';
comment on column outbox.last_error is 'code of the fault catalogue';

create index outbox_of_person on outbox (partner, subject, id);
create index outbox_due on outbox (partner, next_attempt_at, id);

-- What became of them, kept for some days; no person is in it.
create table outbox_history (
    id          bigint primary key,
    event_id    uuid not null,
    kind        text not null,
    partner     text not null,
    occurred_at timestamptz not null,
    attempts    integer not null,
    outcome     text not null,
    done_at     timestamptz not null default now()
);

create index outbox_history_done on outbox_history (done_at);

revoke all on outbox, outbox_history from public;
grant select, insert, update, delete on outbox to kapu_app;
grant select, insert, delete on outbox_history to kapu_app;

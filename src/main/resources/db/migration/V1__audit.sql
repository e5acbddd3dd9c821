-- The role kapu_app, as which the hub runs, owns nothing: each migration grants it what it needs on each table.
grant usage on schema kapu to kapu_app;

-- One row per request or event disclosure (K21). Rows are never changed, so nothing that is known only later has a
-- column here. The Merkle log keeps its own table, disclosure_log (leaf_index bigint primary key,
-- disclosure_id bigint unique references disclosure), which its sequencer fills within a second.
create table disclosure (
    id                     bigint generated always as identity primary key,
    at                     timestamptz not null,
    channel                text not null,
    partner                text,
    claimed_partner        text,
    end_user               text,
    represented_institution text,
    operation              text,
    message_id             text,
    case_reference         text,
    purpose                text,
    permission             text,
    policy_version         text,
    outcome                text not null,
    reason                 text,
    persons                text[] not null,
    fields                 text[] not null,
    request_bytes          integer not null,
    answer_bytes           integer not null,
    duration_micros        bigint not null,
    request_hash           bytea not null,
    salt                   bytea not null
);

comment on column disclosure.permission is 'id of the grant in permissions.yaml';
comment on column disclosure.salt is 'random; makes the leaf of the Merkle log say nothing about the row';

create index disclosure_at on disclosure using brin (at);

revoke all on disclosure from public;
grant select, insert on disclosure to kapu_app;

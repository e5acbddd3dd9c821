-- Signed messages that were accepted, each until it is too old to be accepted again; for all nodes, across restarts.
create table seen_message (
    digest     bytea primary key,
    expires_at timestamptz not null
);

comment on column seen_message.digest is 'SHA-256 of the partner and of what it signed';

revoke all on seen_message from public;
grant select, insert, delete on seen_message to kapu_app;

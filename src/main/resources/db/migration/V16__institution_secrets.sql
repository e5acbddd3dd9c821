-- K18: the secrets of institutions, by their hash only. At most one of an institution stands; the others are history.
create table institution_secret (
  id               bigint generated always as identity primary key,
  institution_code text not null references institution,
  sha256           bytea not null check (length(sha256) = 32),
  issued_at        timestamptz not null,
  revoked_at       timestamptz
);

create unique index institution_secret_standing on institution_secret (institution_code) where revoked_at is null;
create index institution_secret_history on institution_secret (institution_code);

-- A request for a letter with a new secret. Asked by a stranger, it waits for the Office to confirm it.
create table secret_request (
  id               bigint generated always as identity primary key,
  institution_code text not null references institution,
  asked_at         timestamptz not null,
  asked_by         text, -- partner; null for the public page, where anybody may ask
  confirmed_at     timestamptz, -- the old secret was revoked at this moment
  confirmed_by     text,
  collected_at     timestamptz, -- the new secret was issued at this moment
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (collected_at is null or confirmed_at is not null)
);

create unique index secret_request_open on secret_request (institution_code) where collected_at is null;

grant select, insert on institution_secret, secret_request to kapu_app;
grant update (revoked_at) on institution_secret to kapu_app;
grant update (asked_at, confirmed_at, confirmed_by, collected_at) on secret_request to kapu_app;

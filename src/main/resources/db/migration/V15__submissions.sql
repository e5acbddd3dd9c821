-- K16: what institutions report, and what becomes of it.
create sequence submission_serial;

create table submission (
  number           text primary key check (number ~ '^[0-9]{4}-[0-9]{8}$'),
  institution_code text not null references institution,
  form             text not null check (form ~ '^KIR-[TP]-[1-7][1-3]$'), -- K19
  all_or_nothing   boolean not null,
  hash             bytea not null check (length(hash) = 32), -- SHA-256 of the canonical form, K20
  entries          integer not null check (entries > 0),
  state            text not null check (state in ('received', 'authenticated', 'accepted', 'refused', 'withdrawn')),
  state_since      timestamptz not null,
  submitted_by     text not null,
  received_at      timestamptz not null
);

-- The same content twice at the same moment: one wins.
create unique index submission_open on submission (institution_code, hash) where state in ('received', 'authenticated');
create index submission_of_institution on submission (institution_code, number);

create table submission_entry (
  number       text not null references submission deferrable initially deferred, -- its hash is known after its entries
  position     integer not null check (position > 0),
  data         jsonb not null,
  outcome      text not null check (outcome in ('pending', 'registered', 'amended', 'already-registered', 'in-review',
                                                'refused', 'not-done')),
  education_id bigint,
  review       uuid,
  findings     text[] not null default '{}', -- 'field code'
  primary key (number, position)
);

create unique index submission_entry_review on submission_entry (review) where review is not null;

-- Append-only: every transition is kept.
create table submission_transition (
  number      text not null references submission,
  serial      integer not null,
  at          timestamptz not null,
  by          text not null,
  from_state  text,
  to_state    text not null,
  reason_code text,
  reason_text text,
  primary key (number, serial)
);

-- The head's certificate, by which an institution signs without paper; made known by the Office.
create table signer (
  institution_code text not null references institution,
  fingerprint      bytea not null check (length(fingerprint) = 32),
  subject          text not null,
  registered_at    timestamptz not null,
  registered_by    text not null,
  revoked_at       timestamptz,
  primary key (institution_code, fingerprint)
);

create table submission_signature (
  number      text primary key references submission,
  signature   bytea not null, -- CMS, with the certificate inside
  fingerprint bytea not null,
  verified_at timestamptz not null
);

grant usage on sequence submission_serial to kapu_app;
grant select, insert on submission, submission_entry, submission_transition, signer, submission_signature to kapu_app;
grant update (state, state_since) on submission to kapu_app;
grant update (outcome, education_id, review, findings) on submission_entry to kapu_app;
grant update (revoked_at) on signer to kapu_app;

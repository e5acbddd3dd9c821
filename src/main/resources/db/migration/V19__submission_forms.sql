-- K20: what is signed says allOrNothing since the second edition of the canonical form; hashes of the first do not cover it.
alter table submission add column canonical_form smallint not null default 1 check (canonical_form in (1, 2));
alter table submission alter column canonical_form drop default;

-- K11, K19: forms of affiliations.
alter table submission_entry drop constraint submission_entry_outcome_check;
alter table submission_entry add constraint submission_entry_outcome_check
  check (outcome in ('pending', 'registered', 'amended', 'recorded', 'already-registered', 'in-review', 'refused',
                     'not-done'));

-- K2: who is reported in more than one open submission is found by this; others may share it.
alter table submission_entry add column person_key bigint;
create index submission_entry_waiting on submission_entry (person_key)
  where outcome = 'pending' and person_key is not null;

-- A signature authenticates one submission. Of those kept before it is not known what they say of their time; they are
-- too old to be taken again.
alter table submission_signature add column signed_at timestamptz;
alter table submission_signature add column signed_attributes bytea check (length(signed_attributes) = 32);
create unique index submission_signature_once on submission_signature (fingerprint, signed_attributes);

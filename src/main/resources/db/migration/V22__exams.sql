-- S5, K4: candidates and documents of exams. Rows are only added: a correction is a further version. They keep the ID as
-- it was filed; a merger does not change them, and who asks asks with all IDs of the person.
create table exam_candidate (
  id               bigint generated always as identity primary key,
  education_id     bigint not null,
  session          text not null check (session ~ '^[0-9]{4}-(05|10)$'),
  exam_type        text not null check (exam_type in ('ordinary', 'early', 'supplementary', 'level-raising', 'deferred',
                                                      'retake', 'repeat')),
  institution_code text not null references institution,
  family_name      text not null,
  given_name       text not null,
  registered_by    text not null,
  registered_at    timestamptz not null
);

create index exam_candidate_person on exam_candidate (education_id, session);

create table exam_document (
  number           text primary key,
  kind             text not null check (kind in ('certificate', 'extract', 'statement')),
  education_id     bigint not null,
  session          text not null check (session ~ '^[0-9]{4}-(05|10)$'),
  exam_type        text not null check (exam_type in ('ordinary', 'early', 'supplementary', 'level-raising', 'deferred',
                                                      'retake', 'repeat')),
  institution_code text not null references institution,
  family_name      text not null, -- as borne when it was registered
  given_name       text not null,
  registered_at    timestamptz not null
);

create index exam_document_person on exam_document (education_id);

create table exam_document_version (
  number        text not null references exam_document,
  version       integer not null check (version > 0),
  valid         boolean not null,
  issued_on     date not null,
  reference     text, -- of the document in which the correction was decided
  reason        text,
  registered_by text not null,
  registered_at timestamptz not null,
  primary key (number, version),
  check ((version = 1) = (reference is null) and (version = 1) = (reason is null))
);

create table exam_result (
  number  text not null,
  version integer not null,
  subject text not null,
  level   text not null check (level in ('intermediate', 'advanced')),
  mark    integer not null check (mark between 1 and 5),
  percent integer not null check (percent between 0 and 100),
  primary key (number, version, subject),
  foreign key (number, version) references exam_document_version
);

revoke all on exam_candidate, exam_document, exam_document_version, exam_result from public;
grant select, insert on exam_candidate, exam_document, exam_document_version, exam_result to kapu_app;

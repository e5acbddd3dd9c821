-- K4: a decision may correct all that stands on an exam document but its number, its kind and whose it is. A version says what
-- the document says from then on; null in those of before: as it was registered.
alter table exam_document_version
  add column session          text check (session ~ '^[0-9]{4}-(05|10)$'),
  add column exam_type        text check (exam_type in ('ordinary', 'early', 'supplementary', 'level-raising', 'deferred',
                                                        'retake', 'repeat')),
  add column institution_code text references institution,
  add column family_name      text,
  add column given_name       text,
  add check (num_nulls(session, exam_type, institution_code, family_name, given_name) in (0, 5));

-- What a newcomer is looked for by (K2): hashes of parts of a person's description, about eight for each person. The key
-- is the whole row, so that looking reads the index alone.
create table person_key (
  key          bigint not null,
  education_id bigint not null,
  primary key (key, education_id)
);

grant select, insert, delete on person_key to kapu_app;

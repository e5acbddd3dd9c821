-- What synthetic registry was loaded; empty where the persons are real ones.
create table seed (
  persons      integer not null,
  institutions integer not null,
  loaded_at    timestamptz not null default now()
);

grant select, insert on seed to kapu_app;

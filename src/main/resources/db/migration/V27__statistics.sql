-- K25: what statistics are made of. One row for each term whose day has come and was counted.
create table statistics_term (
  term date primary key,
  taken_at timestamptz not null
);

-- Persons by what is asked about. A cell is a group of the term; its rows part it by the cell of the term before.
create table statistics_cell (
  term date not null references statistics_term,
  cell integer not null,
  cell_before integer, -- of the term before; null for who was not counted then
  institution_kind text not null,
  sex text not null,
  entry_year integer not null,
  grade text not null,
  outcome text not null,
  persons integer not null check (persons > 0)
);

create unique index statistics_cell_once on statistics_cell (term, cell, cell_before) nulls not distinct;

-- Every group whose number was told, for ever: what is told next is judged by it. Groups that follow from those before
-- tell nothing new and are not entered.
create table statistics_told (
  term date not null references statistics_term,
  serial integer not null,
  cells integer[] not null,
  told_at timestamptz not null,
  primary key (term, serial)
);

-- Who was in which cell at the latest term, and at no other: the next term's outcomes follow from it. No operation
-- reads it.
create table statistics_latest (
  term date not null references statistics_term,
  education_id bigint not null,
  institution_code text not null,
  institution_kind text not null,
  grade text not null,
  entry_year integer not null,
  cell integer not null,
  primary key (term, education_id)
);

revoke all on statistics_term, statistics_cell, statistics_told, statistics_latest from public;
grant select, insert on statistics_term, statistics_cell, statistics_told to kapu_app;
grant select, insert, delete on statistics_latest to kapu_app;

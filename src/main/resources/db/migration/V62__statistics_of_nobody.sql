-- A group that was told is kept by all cells in which somebody could be, and not only by those with persons: what differs
-- from it by nobody is then judged like what differs by few (ADR 43). Bits by the numbers of the class Cells, which follow
-- from the term and from the values that its dimensions have; whoever adds a value has to number anew what is kept here.
-- Groups told before have cells of statistics_cell.
alter table statistics_told
  alter column cells drop not null,
  add column possible bytea,
  add constraint statistics_told_group check (num_nonnulls(cells, possible) = 1);

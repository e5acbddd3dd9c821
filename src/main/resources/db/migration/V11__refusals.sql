-- For who looks at the latest refusals; answers, which are nearly all rows, cost it nothing.
create index disclosure_refused on disclosure (id) where reason is not null;

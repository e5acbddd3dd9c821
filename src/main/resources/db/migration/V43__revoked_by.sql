-- Who took a head's certificate back, as registered_by says who made it known; null where that was before this version.
alter table signer add column revoked_by text;
grant update (revoked_by) on signer to kapu_app;

-- Append-only: every change of a record and every look at a person's data. A sealer gives the rows of each office their
-- place in that office's chain. `detail` is readable text (sealed) that can be erased with the salt of its
-- digest in it; the chain goes over the digest and still verifies.
create table history (
    id blob not null primary key,
    office text not null,
    region text not null,
    at integer not null,
    actor blob,
    actor_office text,
    actor_role text,
    subject blob,
    record_kind text not null,
    record text not null,
    action text not null,
    detail blob,
    detail_digest blob,
    salt blob not null,
    digest blob not null,
    sequence integer,
    previous blob,
    chain blob
) strict;
create unique index history_chain on history (office, sequence);
create index history_unsealed on history (office, id) where sequence is null;
create index history_subject on history (subject, at);
create index history_record on history (record_kind, record, at);

create table history_head (
    office text not null primary key,
    sequence integer not null,
    chain blob not null,
    sealed_at integer not null
) strict;

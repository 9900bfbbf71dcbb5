-- Append-only: every change of a record and every look at a person's data. A sealer gives the rows of each office their
-- place in that office's chain. `detail` is readable text (sealed) that can be erased with the salt of its
-- digest in it; the chain goes over the digest and still verifies.
create table history (
    id uuid not null primary key,
    office text not null,
    region text not null,
    at bigint not null,
    actor uuid,
    actor_office text,
    actor_role text,
    subject uuid,
    record_kind text not null,
    record text not null,
    action text not null,
    detail bytea,
    detail_digest bytea,
    salt bytea not null,
    digest bytea not null,
    sequence bigint,
    previous bytea,
    chain bytea
);
create unique index history_chain on history (office, sequence);
create index history_unsealed on history (office, id) where sequence is null;
create index history_subject on history (subject, at);
create index history_record on history (record_kind, record, at);

create table history_head (
    office text not null primary key,
    sequence bigint not null,
    chain bytea not null,
    sealed_at bigint not null
);

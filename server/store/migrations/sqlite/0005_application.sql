create table draft (
    id blob not null primary key,
    account blob not null references account (id),
    region text not null default '',
    kind text not null,
    answers blob not null,
    created_at integer not null,
    updated_at integer not null,
    version integer not null default 1
) strict;
create unique index draft_kind on draft (account, kind);

create table application (
    id blob not null primary key,
    office text not null references office (code),
    region text not null,
    reference text not null unique,
    account blob,
    state text not null,
    answers blob not null,
    id_index blob not null,
    name_index blob not null,
    born integer not null,
    submitted_at integer not null,
    changed_at integer,
    due_on integer not null,
    clock text not null,
    assigned_to blob,
    assigned_at integer,
    decided_by blob,
    decided_at integer,
    decision blob,
    second_look integer not null default 0,
    version integer not null default 1
) strict;
create index application_queue on application (office, state, due_on);
create index application_account on application (account, submitted_at);
create index application_id on application (id_index);
create index application_name on application (office, name_index);
create unique index application_open on application (account)
    where account is not null and state in ('submitted', 'more_asked');

-- One question back to the resident, and the moment of the answer.
create table more_request (
    id blob not null primary key,
    office text not null,
    application blob not null references application (id),
    asked_by blob not null,
    asked_at integer not null,
    words blob not null,
    questions text not null,
    answer blob,
    answered_at integer
) strict;
create index more_request_application on more_request (application, asked_at);

-- A photo or scan. The sealed bytes lie in the object store under `storage_key`.
create table paper (
    id blob not null primary key,
    office text not null default '',
    account blob,
    draft blob,
    application blob,
    kind text not null,
    media text not null,
    size integer not null,
    sha256 blob not null,
    storage_key text not null,
    created_at integer not null
) strict;
create index paper_draft on paper (draft);
create index paper_application on paper (application);
create index paper_account on paper (account);

-- A paper on its way over a bad network, piece by piece. The sealed pieces lie in the object store; what was started
-- and never finished is cleared away after a day.
create table upload (
    id blob not null primary key,
    account blob not null references account (id),
    holder blob not null,
    kind text not null,
    size integer not null,
    received integer not null default 0,
    pieces integer not null default 0,
    created_at integer not null
) strict;
create index upload_account on upload (account, created_at);

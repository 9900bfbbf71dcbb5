create table draft (
    id uuid not null primary key,
    account uuid not null references account (id),
    region text not null default '',
    kind text not null,
    answers bytea not null,
    created_at bigint not null,
    updated_at bigint not null,
    version bigint not null default 1
);
create unique index draft_kind on draft (account, kind);

create table application (
    id uuid not null primary key,
    office text not null references office (code),
    region text not null,
    reference text not null unique,
    account uuid,
    state text not null,
    answers bytea not null,
    id_index bytea not null,
    name_index bytea not null,
    born bigint not null,
    submitted_at bigint not null,
    changed_at bigint,
    due_on bigint not null,
    clock text not null,
    assigned_to uuid,
    assigned_at bigint,
    decided_by uuid,
    decided_at bigint,
    decision bytea,
    second_look bigint not null default 0,
    version bigint not null default 1
);
create index application_queue on application (office, state, due_on);
create index application_account on application (account, submitted_at);
create index application_id on application (id_index);
create index application_name on application (office, name_index);
create unique index application_open on application (account)
    where account is not null and state in ('submitted', 'more_asked');

-- One question back to the resident, and the moment of the answer.
create table more_request (
    id uuid not null primary key,
    office text not null,
    application uuid not null references application (id),
    asked_by uuid not null,
    asked_at bigint not null,
    words bytea not null,
    questions text not null,
    answer bytea,
    answered_at bigint
);
create index more_request_application on more_request (application, asked_at);

-- A photo or scan. The sealed bytes lie in the object store under `storage_key`.
create table paper (
    id uuid not null primary key,
    office text not null default '',
    account uuid,
    draft uuid,
    application uuid,
    kind text not null,
    media text not null,
    size bigint not null,
    sha256 bytea not null,
    storage_key text not null,
    created_at bigint not null
);
create index paper_draft on paper (draft);
create index paper_application on paper (application);
create index paper_account on paper (account);

-- A paper on its way over a bad network, piece by piece. The sealed pieces lie in the object store; what was started
-- and never finished is cleared away after a day.
create table upload (
    id uuid not null primary key,
    account uuid not null references account (id),
    holder uuid not null,
    kind text not null,
    size bigint not null,
    received bigint not null default 0,
    pieces bigint not null default 0,
    created_at bigint not null
);
create index upload_account on upload (account, created_at);

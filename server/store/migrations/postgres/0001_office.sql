-- Offices form the tree of region codes; staff rights are always a role at an office.
create table office (
    code text not null primary key,
    region text not null,
    name text not null,
    kind text not null,
    address text not null default '',
    phone text not null default '',
    valid_from bigint not null,
    valid_until bigint,
    on_portal bigint not null default 1,
    created_at bigint not null
);
create index office_region on office (region);

create table staff (
    id uuid not null primary key,
    office text not null references office (code),
    account uuid not null,
    role text not null,
    since_at bigint not null,
    until_at bigint
);
create unique index staff_current on staff (office, account, role) where until_at is null;
create index staff_account on staff (account);

create table staff_invitation (
    token_hash bytea not null primary key,
    office text not null references office (code),
    role text not null,
    address bytea not null,
    address_index bytea not null,
    invited_by uuid,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint
);

-- What must never change under a running portal, such as the passkeys' domain.
create table fixture (
    name text not null primary key,
    value text not null
);

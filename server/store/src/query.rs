//! The private macros that run one query text on whichever engine the transaction belongs to.

/// Names a feature's queries and lists them in `QUERIES` for the test that prepares each on both engines.
macro_rules! queries {
    ($($(#[$meta:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$meta])* const $name: &str = $sql;)*
        pub(crate) const QUERIES: &[(&str, &str)] = &[$((concat!(module_path!(), "::", stringify!($name)), $name)),*];
    };
}

/// Runs `$body` with `$connection` bound to the engine's own connection.
macro_rules! on {
    ($tx:expr, $connection:ident => $body:expr) => {
        match $tx.engine() {
            crate::transaction::Engine::Sqlite($connection) => {
                let $connection = &mut **$connection;
                crate::transaction::in_time($body).await
            }
            crate::transaction::Engine::Postgres($connection) => {
                let $connection = &mut **$connection;
                crate::transaction::in_time($body).await
            }
        }
    };
}

/// One row as `$row`, or none.
macro_rules! fetch_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        on!($tx, c => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_optional(c))
    };
}

/// All rows as `$row`.
macro_rules! fetch_all {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        on!($tx, c => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(c))
    };
}

/// Exactly one row as `$row`.
macro_rules! fetch_one {
    ($tx:expr, $row:ty, $sql:expr $(, $value:expr)* $(,)?) => {
        on!($tx, c => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_one(c))
    };
}

/// The number of rows that a statement changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        match $tx.engine() {
            crate::transaction::Engine::Sqlite(c) => {
                crate::transaction::in_time(sqlx::query($sql)$(.bind($value))*.execute(&mut **c))
                    .await
                    .map(|done| done.rows_affected())
            }
            crate::transaction::Engine::Postgres(c) => {
                crate::transaction::in_time(sqlx::query($sql)$(.bind($value))*.execute(&mut **c))
                    .await
                    .map(|done| done.rows_affected())
            }
        }
    };
}

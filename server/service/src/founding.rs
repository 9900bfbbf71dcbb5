//! The beginning of an installation: its first offices, entered by the operator, because there is no administrator yet who
//! could. Everything after that is done on the administrators' pages.

use xinju_domain::history::{Action, RecordKind};
use xinju_domain::office::OfficeKind;
use xinju_domain::region::RegionCode;
use xinju_domain::time::Day;
use xinju_store::office as store;

use crate::history::{self, Entry};
use crate::{Failure, Services};

/// Why an office is not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundingRefusal {
    /// No region code: 2, 4, 6, 9 or 12 digits.
    Code,
    /// There is an office with this code.
    Exists,
}

/// Adds the office that stands at a region, from today on.
pub async fn add_office(services: &Services, code: &str, name: &str) -> Result<(), Failure<FoundingRefusal>> {
    let region = RegionCode::parse(code).map_err(|_| Failure::Refused(FoundingRefusal::Code))?;
    services
        .db
        .change(|mut tx| async move {
            let new = store::NewOffice {
                code,
                region: region.as_str(),
                name,
                kind: OfficeKind::at(region.level()).code(),
                address: "",
                phone: "",
                valid_from: i64::from(Day::of(tx.now()).yyyymmdd()),
                is_on_portal: true,
                at: tx.now().micros(),
            };
            if !store::insert(&mut tx, &new).await? {
                return Err(Failure::Refused(FoundingRefusal::Exists));
            }
            let entry = Entry::new(Action::OfficeAdded, RecordKind::Office, code).at(code, code);
            history::record(&mut tx, services, entry).await?;
            Ok((tx, ()))
        })
        .await
}

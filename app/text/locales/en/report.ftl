# The home office's inbox
report-title = Registrations elsewhere
report-hint = Other offices tell you when they register your people. Read each within 20 working days.
report-empty = Nothing new.
report-from = Registered by
report-sent = Sent
report-due = Read by
report-read = Read
report-unread = not yet
report-line = { $office } registered somebody
report-words = { $office } saw the certificate and registered them. Take note of it; nobody has to be asked, and nobody has to come home.
report-button = Noted

offline-title = No network now
offline-words = This page needs a network. These two work without one:
offline-wallet = Show certificate
offline-wallet-words = The code still renews every 30 seconds
offline-scan = Scan (for officers)
offline-scan-words = Registrations wait on the phone and send themselves
offline-kept = What you typed is still there. Press again when you are online.
offline-again = Try again

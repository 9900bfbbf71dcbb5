# The administrator's desk
admin-title = Offices and staff
admin-role-issuing = Issuing officer
admin-role-registering = Registering officer
admin-role-administrator = Administrator
admin-back = Desk

admin-offices = Offices
admin-offices-count = { $count ->
    [one] One office
   *[other] { $count } offices
}
admin-office-add = Add an office
admin-office-region = The place it covers
admin-office-name = Name
admin-office-name-hint = 2 to 30 characters
admin-office-address = Address
admin-office-phone = Telephone
admin-office-station = Only offers services; neither issues nor registers (station)
admin-office-save = Save
admin-office-open = Open
admin-office-closed = Closed { $day }
admin-office-kind-authority = Authority
admin-office-kind-township = Township or street
admin-office-kind-community = Village or community
admin-office-kind-station = Station
admin-office-close = Close this office
admin-office-close-question = Close { $name }?
admin-office-close-words = After today it takes nothing new. Its records stay. Pass on what is open first.
admin-office-keep = Keep it open
admin-office-fault-region = Please choose a place of your own region
admin-office-fault-name = Please write 2 to 30 characters
admin-office-fault-address = The address is too long: 100 characters at most
admin-office-fault-phone = Only digits, spaces and hyphens in a telephone number
admin-office-fault-taken = This place has an office already

admin-staff = Staff
admin-staff-count = { $count ->
    [one] One person
   *[other] { $count } people
}
admin-staff-none = Nobody yet
admin-staff-invite = Invite a colleague
admin-staff-address = Their mail address or phone number
admin-staff-office = Office
admin-staff-role = Post
admin-staff-send = Send the invitation
admin-staff-unnamed = No name given yet
admin-staff-since = Since { $when }
admin-staff-no-passkey = No passkey yet
admin-staff-remove = Take back the post
admin-staff-remove-question = Take back the post of { $name }?
admin-staff-remove-words = Open applications go back to the queue, and every session ends at once. You can invite them again.
admin-staff-fault-office = Please choose an office of your own region
admin-staff-fault-yourself = Another administrator has to take back your own post

admin-done-invited = The invitation is on its way and good for 7 days
admin-done-removed = { $count ->
    [0] The post is taken back. Nothing was open.
    [one] The post is taken back. One application went back to the queue.
   *[other] The post is taken back. { $count } applications went back to the queue.
}
admin-done-office = Saved
admin-done-closed = Closed from tomorrow on

# An account opened at a counter
admin-counter-title = Open an account with somebody
admin-counter-question = What is their name?
admin-counter-hint = For somebody without a phone. Hand them the card afterwards; you keep nothing.
admin-counter-open = Open the account
admin-counter-card-title = Hand this card over
admin-counter-card-words = It is shown this once. At their first own sign-in it is replaced, and this one is worthless.
admin-counter-handed = I handed it over
admin-counter-done = The account is open

place-change = Choose again
place-chosen = Chosen

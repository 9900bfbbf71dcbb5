# For requests that reach no page: from another site, too many, too busy, a fault of ours, too large.
server-home = Go to the start page
server-other-site-title = This request came from another website
server-other-site-words = To protect you we did nothing with it, and nothing has changed. Please start again from a page of this site.
server-too-many-title = Too many requests
server-too-many-words = Your network has just sent us a great many requests. Wait a minute and try again; what you typed is not lost.
server-busy-title = Many people are here just now
server-busy-words = Open this page again in ten seconds. What you had already sent is safe; what you had not sent was not saved.
server-panic-title = Something went wrong
server-panic-words = The fault is ours, not yours. Please try once more; if it still fails, come back in a while.
server-too-large-title = That is too large
server-too-large-words = A file may have 10 MB. Choose a smaller photo, or upload in several steps.

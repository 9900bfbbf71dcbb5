consent-sensitive-data = Sensitive data for the certificate
consent-sensitive-data-words = ID number, marriage, children, photo and papers, only to issue the certificate and to show it

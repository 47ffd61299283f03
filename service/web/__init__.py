"""The page: plain files for browsers, and an article with its marks as one file. Nothing of HTTP."""

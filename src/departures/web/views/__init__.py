"""What each page shows, made from the record's types: pure, and without a tag of HTML."""

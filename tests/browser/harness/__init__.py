"""What walks are made of: browsers, hands, the family's pages, looks at a page, the stack's API."""

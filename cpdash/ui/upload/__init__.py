"""Workbooks that somebody sends in the browser, before anything of them is stored."""

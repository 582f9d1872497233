"""The corporate parenting dashboard: census workbooks in, honest charts out."""

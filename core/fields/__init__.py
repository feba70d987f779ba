"""The edges' side of `core.persian`: model fields, form fields, widgets, serializer fields, filters, admin."""

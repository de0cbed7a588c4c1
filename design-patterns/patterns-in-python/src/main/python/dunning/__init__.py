"""Reminders of unpaid invoices: three modules that ask what day it is, each in another way."""

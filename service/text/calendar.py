"""The names of months and days of the week, in their order, and how they are cut short."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# A pattern for each month in full or by its first letters, three or, of September, four.
SHORT_MONTH_FORMS = "|".join(f"{name[:3]}(?:{name[3:]}|t)?" for name in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <string.h>

#define VIETNAM_OFFSET_SECONDS (7 * 3600)
#define DAY_SECONDS            86400

gboolean
date_is_set (Date date)
{
  return date.year != 0;
}

gboolean
date_exists (int year, int month, int day)
{
  return year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1
         && day <= g_date_get_days_in_month (month, year);
}

int
date_compare (Date a, Date b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  return (a.day > b.day) - (a.day < b.day);
}

/* Reads up to `most` digits; returns how many there were. */
static guint
read_number (const char **text, guint most, int *number)
{
  guint n = 0;
  for (*number = 0; n < most && g_ascii_isdigit (**text); n++)
    *number = *number * 10 + *(*text)++ - '0';
  return n;
}

/* Reads a date at `*text` and moves past it. */
static DateStatus
read_date (const char **text, Date *date)
{
  const char *p = *text;
  int part[3];
  guint digits[3];
  char separator = '\0';

  for (guint i = 0; i < 3; i++) {
    digits[i] = read_number (&p, 4, &part[i]);
    if (digits[i] == 0)
      return DATE_NOT_A_DATE;
    if (i == 2)
      break;
    if (*p == '\0' || strchr ("-/.", *p) == NULL || (separator && *p != separator))
      return DATE_NOT_A_DATE;
    separator = *p++;
  }
  gboolean year_first = digits[0] == 4;
  if (digits[1] > 2 || (year_first ? digits[2] > 2 : digits[0] > 2 || digits[2] != 4)
      || (year_first && separator != '-'))
    return DATE_NOT_A_DATE;

  int year = part[year_first ? 0 : 2];
  int day = part[year_first ? 2 : 0];
  if (!date_exists (year, part[1], day))
    return DATE_IMPOSSIBLE;
  *date = (Date){ year, part[1], day };
  *text = p;
  return DATE_GOOD;
}

DateStatus
date_parse (const char *text, Date *date)
{
  Date result;
  DateStatus status = read_date (&text, &result);

  if (status != DATE_GOOD)
    return status;
  if (*text)
    return DATE_NOT_A_DATE;
  *date = result;
  return DATE_GOOD;
}

#define JULIAN_1970 719163 /* GDate's day number of 1 January 1970 */

Moment
moment_of_date (Date date)
{
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, date.day, date.month, date.year);
  return ((Moment) g_date_get_julian (&day) - JULIAN_1970) * DAY_SECONDS - VIETNAM_OFFSET_SECONDS;
}

Moment
moment_after_date (Date date)
{
  return moment_of_date (date) + DAY_SECONDS;
}

static Moment
floor_div (Moment a, Moment b)
{
  return a / b - (a % b < 0);
}

Date
date_of_moment (Moment moment)
{
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, floor_div (moment + VIETNAM_OFFSET_SECONDS, DAY_SECONDS) + JULIAN_1970);
  return (Date){ g_date_get_year (&day), g_date_get_month (&day), g_date_get_day (&day) };
}

Date
date_plus (Date date, int days)
{
  return date_of_moment (moment_of_date (date) + (Moment) days * DAY_SECONDS);
}

int
date_difference (Date from, Date to)
{
  return (moment_of_date (to) - moment_of_date (from)) / DAY_SECONDS;
}

/* " 05:30", "T05:30", " 5h30", " 17h", " 05:30:09 +07:00"; seconds since midnight. */
static DateStatus
read_time_of_day (const char *text, int *seconds)
{
  static const char zone[] = "+07:00";
  int hour;
  int minute = 0, second = 0;

  if (*text != ' ' && *text != 'T')
    return DATE_NOT_A_DATE;
  text++;
  if (read_number (&text, 2, &hour) == 0 || (*text != ':' && *text != 'h'))
    return DATE_NOT_A_DATE;
  gboolean with_colon = *text++ == ':';
  if (read_number (&text, 2, &minute) != 2 && (with_colon || text[-1] != 'h'))
    return DATE_NOT_A_DATE;
  if (with_colon && *text == ':' && (text++, read_number (&text, 2, &second) != 2))
    return DATE_NOT_A_DATE;
  if (g_str_has_suffix (text, zone))
    text += strlen (zone) + (*text == ' ');
  if (*text)
    return DATE_NOT_A_DATE;
  if (hour > 23 || minute > 59 || second > 59)
    return DATE_IMPOSSIBLE;
  *seconds = (hour * 60 + minute) * 60 + second;
  return DATE_GOOD;
}

DateStatus
moment_parse (const char *text, Moment *moment)
{
  Date date;
  int seconds = 0;
  DateStatus status = read_date (&text, &date);

  if (status == DATE_GOOD && *text)
    status = read_time_of_day (text, &seconds);
  if (status == DATE_GOOD)
    *moment = moment_of_date (date) + seconds;
  return status;
}

/* Every page has dates, and printf() takes as long for one as the template does to set it. */
static void
put_number (char *to, guint n_digits, int number)
{
  for (; n_digits > 0; number /= 10)
    to[--n_digits] = '0' + number % 10;
}

char *
date_iso (Date date)
{
  char text[] = "0000-00-00";
  put_number (text, 4, date.year);
  put_number (text + 5, 2, date.month);
  put_number (text + 8, 2, date.day);
  return g_strdup (text);
}

char *
date_short (Date date)
{
  char text[] = "00/00/0000";
  put_number (text, 2, date.day);
  put_number (text + 3, 2, date.month);
  put_number (text + 6, 4, date.year);
  return g_strdup (text);
}

/* Days below 10 and the months 1 and 2 take a leading zero, so that nothing can be put before them.
 */
char *
date_official (Date date)
{
  char day[] = "00", month[] = "00", year[] = "0000";
  gboolean is_short = date.month > 2 && date.month < 10;
  put_number (day, 2, date.day);
  put_number (month, 2, date.month);
  put_number (year, 4, date.year);
  return g_strconcat ("ngày ", day, " tháng ", month + is_short, " năm ", year, NULL);
}

char *
moment_iso (Moment moment)
{
  Date date = date_of_moment (moment);
  int seconds = moment - moment_of_date (date);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d+07:00", date.year, date.month, date.day,
                          seconds / 3600, seconds / 60 % 60, seconds % 60);
}

char *
moment_official (Moment moment)
{
  g_autofree char *iso = moment_iso (moment);
  g_autofree char *day = date_short (date_of_moment (moment));
  return g_strdup_printf ("%s %.8s +07:00", day, strchr (iso, 'T') + 1);
}

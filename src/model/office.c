/* SPDX-License-Identifier: MIT */
#include "model/office.h"

#include <string.h>

gboolean
office_id_is_good (const char *id)
{
  return *id && *id != '-' && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0'
         && strcmp (id, "index") != 0;
}

gboolean
office_is_former (const Office *office, Moment now)
{
  return date_is_set (office->valid_to)
         && date_compare (date_of_moment (now), office->valid_to) > 0;
}

/* SPDX-License-Identifier: MIT */
#include "model/office.h"

gboolean
office_is_former (const Office *office, Moment now)
{
  return date_is_set (office->valid_to) && date_compare (date_of_moment (now), office->valid_to) > 0;
}

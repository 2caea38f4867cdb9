/* SPDX-License-Identifier: MIT */
/* Inside render/: when things happen, as people say it on the day on which the site is made. */
#pragma once

#include "base/value.h"
#include "model/site.h"

/* The day of the week. */
GDateWeekday event_weekday (Date date);
/* What it is called in a language: “Thứ Sáu”. It belongs to the site. */
const char *event_weekday_name (const Site *site, Date date, const char *lang);
/* “Thứ Sáu, 27/11/2026, 7 giờ 30”. Caller frees. */
char *event_when (const Site *site, const Phase *phase, const char *lang);
/* “Hôm nay”, “Ngày mai”, “Trong tuần này”, “Sắp tới”; NULL when nothing is to
 * happen. In Vietnamese; it belongs to the site. */
const char *event_group (const Site *site, const Document *document, Date today);
/* `event` of an item: `when`, `where`, `areas` (one text, or empty), `group`; null for what does
 * not happen any more, or never did. */
Value *view_event (const Site *site, const Document *document);

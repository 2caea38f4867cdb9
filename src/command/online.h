/* SPDX-License-Identifier: MIT */
/* Inside command/: the links of a site to other hosts, tried out. */
#pragma once

#include "base/report.h"

/* Asks for each of `links` (OuterLink) unless it was asked for lately, and reports those where
 * nobody answers, as notes: what others do must not stop anything. Says so when it cannot. */
void online_check (const GPtrArray *links, Report *report);

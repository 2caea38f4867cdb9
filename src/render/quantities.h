/* SPDX-License-Identifier: MIT */
/* Inside render/: how many of each sheet a print shop prints for whom. */
#pragma once

#include "plan/plan.h"

/* Appends a table (CSV, RFC 4180): a row for each sheet of each office of `province` that is to be
 * printed in a known number, and below them the sum of each sheet. */
void quantities_write (const Plan *plan, const Site *site, const Locality *province, GString *out);

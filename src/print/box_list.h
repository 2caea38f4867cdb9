/* SPDX-License-Identifier: MIT */
/* Placed pages as text, for tests and for people. A line each, lengths in millimetres from the top
 * left corner of the page:
 *
 *     page 1 210.00 × 297.00
 *     text 35.00 25.43 51.20 × 5.29 LiberationSerif-Bold 13 “ỦY BAN NHÂN DÂN”
 *     box 40.00 31.00 20.00 × 0.18
 */
#pragma once

#include "print/place/placed.h"

/* Appends a line for each page and each item to `out`; cannot fail. */
void box_list_write (const Placement *placement, GString *out);

/* SPDX-License-Identifier: MIT */
/* HTML that means nothing on paper: what is filled in, played or run, and attributes that CSS has
 * properties for. */
#pragma once

#include "print/read/fault.h"

/* Reports what of an element and its attributes is lost, as an error with what to write instead. */
void useless_report (const Element *element, const Faults *faults);

/* SPDX-License-Identifier: MIT */
/* content/site.yaml: what the site is called, where it lives, what its QR codes may lead to. */
#pragma once

#include "base/report.h"
#include "model/site.h"

/* Fills the plain fields of `site`; returns the id of its default office, which is looked up later,
 * and where it stands. NULL after reporting. Texts live in the arena of the site. */
const char *config_load (Site *site, const Source *source, Place *office_place, Report *report);

/* Reports, at `place`, that `url` may not stand behind a QR code: its host is on no pattern of
 * qr_hosts. */
void report_manual_host (const Source *source, Place place, const char *url, Report *report);

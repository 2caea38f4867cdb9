/* SPDX-License-Identifier: MIT */
/* The fixed words of pages and sheets by language: templates/texts/<code>.yaml, built-in ones
 * first. Vietnamese has all keys; what another language lacks is said in Vietnamese. */
#pragma once

#include "base/report.h"
#include "model/site.h"

#define TEXTS_FOLDER "texts/"

/* Fills `site->texts` with the built-in languages. */
void texts_load_builtin (Site *site);
/* Adds a file of the site, or of its theme: words of a language in place of the built-in ones, or a
 * new language. Unknown keys and what is no text are reported. The code of the language is the name
 * of the file. */
void texts_add (Site *site, const Source *source, Report *report);

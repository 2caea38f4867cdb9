/* SPDX-License-Identifier: MIT */
/* Mustache with inheritance: variables, sections, partials, blocks and parents, after the public
 * Mustache specification (core modules and ~inheritance; no lambdas, no dynamic names).
 *
 * Templates are parsed once, on one thread, into trees that are constant afterwards and may be
 * filled by many threads at once. What escaping means is the caller's choice: the same engine
 * serves HTML and plain text. */
#pragma once

#include "base/report.h"
#include "base/source.h"
#include "base/value.h"

typedef struct Template Template;
typedef struct TemplateSet TemplateSet;

/* Finds the text of template `name` ("web/page"): a new Source for the set to own, or NULL when
 * there is none. */
typedef Source *(*TemplateFind) (const char *name, gpointer data);

/* Appends `text` to `out` in a form that is safe there. */
typedef void (*TemplateEscape) (GString *out, const char *text, gsize length);

typedef enum {
  TEMPLATE_STRICT = 0,       /* an unknown name or partial is an error in the report */
  TEMPLATE_LENIENT = 1 << 0, /* an unknown name is empty, as the public specification has it */
} TemplateFlags;

/* A template may extend, or include, the one whose place it takes: {{<super/web/base}}. As a parent
 * its own name means the same. */
#define TEMPLATE_SUPER "super/"
/* How the path of a template begins that is part of the program. It fills blocks of whatever took
 * the place of its parent; one that is not there is a warning for that template, which knows
 * nothing of its heirs, and no error. */
#define TEMPLATE_BUILT_IN "(loa)/"

/* A set answers every name through one `find`, so partials and parents of a template come from the
 * same place as the template. In a template that `find` was asked for as super/web/base, the same
 * name means the next one behind it: super/super/web/base. `data` must outlive the set. */
TemplateSet *template_set_new (TemplateFind find, gpointer data, TemplateFlags flags);
/* With all templates it gave. NULL is allowed. */
void template_set_free (TemplateSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TemplateSet, template_set_free)

/* Template `name` with all it includes, parsed; owned by the set. NULL after reporting why not;
 * what is wrong within a template is reported once in the life of the set. Not for worker threads:
 * ask for all the templates you need before they start. */
const Template *template_set_get (TemplateSet *set, const char *name, Report *report);

/* Appends `template` filled with `data` to `out`. Names are looked up in `data`, then in `globals`
 * (or NULL). Returns FALSE when something was reported: `out` is then not to be used.
 *
 * With template_escape_html a value is made safe for where it stands: behind “?” of an address in
 * per cent, between the quotation marks of a style with backslashes. What cannot be made safe is
 * reported: an address that would run something, signs in a style. */
gboolean template_fill (const Template *template, const Value *globals, const Value *data,
                        TemplateEscape escape, GString *out, Report *report);

/* Where a byte of what template_fill() appends comes from: the template, a text or a value in which
 * it is, and in `place` the line there. NULL when nothing is written at `offset`. The template's
 * own. */
const Source *template_trace (const Template *template, const Value *globals, const Value *data,
                              TemplateEscape escape, gsize offset, Place *place);

/* The page of HTML that `source` becomes, which is part of the program and includes no other: a
 * fault in it is a bug. Takes the source. Caller frees. */
GString *template_fill_own (Source *source_take, const Value *data);

/* & < > " ' as HTML and XML want them. */
void template_escape_html (GString *out, const char *text, gsize length);
/* One part of an address: all but letters, digits and - . _ ~ @ + in per cent. */
void template_escape_url (GString *out, const char *text, gsize length);
/* Between the quotation marks of a style. */
void template_escape_style (GString *out, const char *text, gsize length);
/* JSON, so that no HTML begins or ends in it. */
void template_escape_json (GString *out, const char *text, gsize length);
/* As it is. */
void template_escape_none (GString *out, const char *text, gsize length);

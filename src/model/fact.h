/* SPDX-License-Identifier: MIT */
/* Facts: values that are written once, in the record of a campaign, in content/data/ or in the
 * record of the office that speaks, and named where they are wanted: “{{chiến dịch.đường dây
 * nóng}}”. Logic-less: a section “{{#name}}…{{/name}}” stands where there is a value,
 * “{{^name}}…{{/name}}” where there is none, and sections do not nest. Braces that are meant as
 * such are a value, too: “{{ngoặc}}”.
 *
 * A value is a text and never markup. So it is put in after everything else was decided: into
 * nodes of their own in a body (model/body_facts.h), behind FACT_MARK in the front matter. */
#pragma once

#include "model/campaign.h"
#include "model/site.h"

#include <string.h>

/* By its kind a channel knows how a value is shown: a number to call is a link on the web, grouped
 * on paper, digits aloud. */
typedef enum { FACT_TEXT, FACT_PHONE, FACT_DATE, FACT_MONEY, FACT_URL, FACT_MAIL } FactKind;

typedef struct {
  FactKind kind;
  char *text; /* as it is written: 0270 3800 115, 01/12/2026, 50.000 đồng; one line */
} Fact;

/* Who speaks, and of what. */
typedef struct {
  const Site *site;
  const Campaign *campaign; /* or NULL */
  const Office *office;     /* NULL: nothing is known of it yet */
} FactScope;

typedef enum {
  FACT_FOUND,
  FACT_ABSENT,      /* the name is good, but there is no value */
  FACT_SEVERAL,     /* there are values below it */
  FACT_NO_CAMPAIGN, /* the document belongs to none */
  FACT_UNKNOWN,
} FactStatus;

/* What `name` (of `length` bytes) is called for; `fact->text` is new when it is FACT_FOUND, and
 * `fact` may be NULL. */
FactStatus fact_find (const FactScope *scope, const char *name, gsize length, Fact *fact);
/* TRUE when who speaks decides what the name means. */
gboolean fact_is_of_office (const char *name, gsize length);
/* What to write in place of a name that was not found; NULL when nothing is near. Caller frees. */
char *fact_advice (const FactScope *scope, const char *name, gsize length);
/* The names below one that is FACT_SEVERAL, with ”, “ between them. Caller frees. */
char *fact_names_below (const FactScope *scope, const char *name, gsize length);
/* Frees what it owns; the struct is the caller's. */
void fact_clear (Fact *fact);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fact, fact_clear)

/* The kind a text has by its look. */
FactKind fact_kind_of (const char *text);
/* How a text of this kind is written on paper and screen. Caller frees. */
char *fact_written (FactKind kind, const char *text);

/* Where a link with this value leads: tel:, mailto:, an address; anything else as it is. Caller
 * frees. */
char *fact_href (const Fact *fact);

typedef enum {
  TAG_VALUE,    /* {{name}} */
  TAG_SECTION,  /* {{#name}} */
  TAG_INVERSE,  /* {{^name}} */
  TAG_END,      /* {{/name}} */
  TAG_PART,     /* {{>name}} */
  TAG_UNCLOSED, /* {{ without }} on its line */
} TagKind;

typedef struct {
  TagKind kind;
  const char *start, *end; /* with its braces */
  const char *name;        /* without the space around it */
  gsize length;            /* bytes of the name */
} Tag;

/* Where the first tag of `text` may begin, or NULL: few texts have a brace. */
static inline const char *
tag_start (const char *text)
{
  for (; (text = strchr (text, '{')) != NULL; text++)
    if (text[1] == '{')
      return text;
  return NULL;
}

/* The first tag of `text`; FALSE when there is none. */
gboolean tag_find (const char *text, Tag *tag);

/* TRUE when a text says something else for another office. */
gboolean fact_names_office (const char *text);

/* A text that begins with it is yet to be filled; in another, braces are braces. No file can hold
 * it: YAML has no such character. */
#define FACT_MARK "\x01"

static inline gboolean
fact_is_marked (const char *text)
{
  return *text == *FACT_MARK;
}

typedef void (*FactWrite) (gpointer data, const char *text, gsize length, const Fact *fact);
/* Calls `write` for each piece of a text from the front matter, in order: those of the text with
 * `fact` NULL, values with theirs. What is not marked is one piece. */
void fact_write (const FactScope *scope, const char *text, FactWrite write, gpointer data);
/* The same as plain text. Caller frees; NULL gives NULL. */
char *fact_fill (const FactScope *scope, const char *text);

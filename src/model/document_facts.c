/* SPDX-License-Identifier: MIT */
#include "model/document_facts.h"

static const gsize voiced[] = {
  G_STRUCT_OFFSET (Document, title),
  G_STRUCT_OFFSET (Document, summary),
  G_STRUCT_OFFSET (Document, subject),
  G_STRUCT_OFFSET (Document, slogan),
  G_STRUCT_OFFSET (Document, poster_title),
  G_STRUCT_OFFSET (Document, broadcast.opening),
  G_STRUCT_OFFSET (Document, broadcast.closing),
};
G_STATIC_ASSERT (G_N_ELEMENTS (voiced) == N_VOICED);

FactScope
document_scope (const Site *site, const Document *document, const Office *office)
{
  return (FactScope){ site, document->campaign, office };
}

static void
fill (const FactScope *scope, Document *document, const char *const *raw, Arena *arena)
{
  for (guint i = 0; i < N_VOICED; i++) {
    g_autofree char *text = fact_fill (scope, raw[i]);
    G_STRUCT_MEMBER (const char *, document, voiced[i]) = arena_copy (arena, text);
  }
}

void
document_fill (const Site *site, Document *document)
{
  const FactScope scope = document_scope (site, document, document->office);
  const char *raw[N_VOICED];
  gboolean any = FALSE, names_office = FALSE;

  for (guint i = 0; i < N_VOICED; i++) {
    raw[i] = G_STRUCT_MEMBER (const char *, document, voiced[i]);
    any = any || (raw[i] && fact_is_marked (raw[i]));
    names_office = names_office || (raw[i] && fact_names_office (raw[i]));
  }
  if (!any)
    return;
  const char **kept = arena_alloc (document->arena, sizeof raw);
  for (guint i = 0; i < N_VOICED; i++)
    kept[i] = raw[i];
  document->voiced = names_office ? kept : NULL;
  fill (&scope, document, raw, document->arena);
}

const Document *
document_of_office (const Site *site, const Document *document, const Office *office, Arena *arena)
{
  const FactScope scope = document_scope (site, document, office);

  if (document->voiced == NULL || office == document->office)
    return document;
  Document *copy = arena_alloc (arena, sizeof *copy);
  *copy = *document;
  fill (&scope, copy, document->voiced, arena);
  return copy;
}

gboolean
document_is_voiced (gsize offset)
{
  for (guint i = 0; i < N_VOICED; i++)
    if (voiced[i] == offset)
      return TRUE;
  return FALSE;
}

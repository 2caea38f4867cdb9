/* SPDX-License-Identifier: MIT */
#include "model/document.h"

static const struct {
  const char *id, *word, *template;
} kinds[] = {
  [KIND_BULLETIN] = { "bulletin", "Bản tin", "web/bulletin" },
  [KIND_GUIDE] = { "guide", "Hướng dẫn", "web/guide" },
  [KIND_LETTER] = { "letter", "Công văn", "web/letter" },
  [KIND_CHECKLIST] = { "checklist", "Biểu theo dõi", "web/checklist" },
  [KIND_PAGE] = { "page", "Trang", "web/page" },
  [KIND_PROGRAMME] = { "programme", "Chương trình phát thanh", "web/programme" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == N_KINDS);

const char *
document_kind_id (DocumentKind kind)
{
  return kinds[kind].id;
}

const char *
document_kind_word (DocumentKind kind)
{
  return kinds[kind].word;
}

const char *
document_kind_template (DocumentKind kind)
{
  return kinds[kind].template;
}

const char *
document_colour (const Document *document)
{
  if (document == NULL)
    return NULL;
  if (document->campaign && document->campaign->colour)
    return document->campaign->colour;
  return document->office ? document->office->colour : NULL;
}

gboolean
document_is_expired (const Document *document, Moment now)
{
  return document->expires != MOMENT_NONE && document->expires <= now;
}

gboolean
lang_is_vietnamese (const char *lang)
{
  return g_str_has_prefix (lang, "vi") && (lang[2] == '\0' || lang[2] == '-');
}

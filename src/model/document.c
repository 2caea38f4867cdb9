/* SPDX-License-Identifier: MIT */
#include "model/document.h"

static const struct {
  const char *id;
  const char *word;
} kinds[] = {
  [KIND_BULLETIN] = { "bulletin", "Bản tin" }, [KIND_GUIDE] = { "guide", "Hướng dẫn" },
  [KIND_LETTER] = { "letter", "Công văn" },    [KIND_CHECKLIST] = { "checklist", "Biểu theo dõi" },
  [KIND_PAGE] = { "page", "Trang" },
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

gboolean
document_is_expired (const Document *document, Moment now)
{
  return document->expires != MOMENT_NONE && document->expires <= now;
}

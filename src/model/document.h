/* SPDX-License-Identifier: MIT */
/* A document: what an office wrote once, for every channel. The front matter only; the body is read
 * by the worker that renders it (load/body.h), so that trees live no longer than their pages. */
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "model/office.h"

typedef enum {
  KIND_BULLETIN,  /* bản tin */
  KIND_GUIDE,     /* hướng dẫn */
  KIND_LETTER,    /* công văn */
  KIND_CHECKLIST, /* biểu theo dõi */
  KIND_PAGE,      /* trang */
  N_KINDS
} DocumentKind;

/* What a document can become; a set of these is a bit mask (1u << OUTPUT_WEB). */
typedef enum {
  OUTPUT_WEB,    /* <slug>.html */
  OUTPUT_SCRIPT, /* <slug>/loa.html and loa.txt: the loudspeaker script */
  OUTPUT_SSML,   /* <slug>/loa.ssml: the script for synthesisers */
  OUTPUT_QR,     /* <slug>/qr.svg */
  N_OUTPUTS
} OutputKind;

typedef struct {
  const char *const *authority; /* "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" */
  const char *title;            /* "PHÓ CHỦ TỊCH" */
  const char *name;             /* or NULL */
} Signer;

typedef struct {
  const char *title;
  const char *target; /* URL, or an address from the root of the site */
  gboolean is_external;
} Attachment;

typedef struct {
  const char *const *times; /* "05:30" */
  Date from, until;
  guint slot_seconds;       /* 0: not said */
  const char *opening, *closing; /* or NULL */
} Broadcast;

typedef struct Document Document;
struct Document {
  Arena *arena;          /* owns all texts below */
  const char *path;      /* of the source, from the site: "content/ban-tin/a.md" */
  const char *section;   /* "ban-tin", "" at the top */
  const char *slug;      /* "a" */
  const char *href;      /* from the root of the site: "ban-tin/a.html" */
  DocumentKind kind;
  const char *title;
  const char *summary;   /* or NULL */
  const Office *office;
  Date date;             /* unset for pages and guides that do not say */
  const char *number;    /* "4907", or NULL */
  const char *symbol;    /* "UBND-NC", or NULL */
  const char *subject;   /* trích yếu, after V/v, or NULL */
  const char *const *to; /* kính gửi */
  const char *const *copies; /* nơi nhận */
  Signer signer;
  const Attachment *attachments;
  guint n_attachments;
  const char *manual;    /* the address behind the QR code, or NULL */
  const char *const *distribute;
  guint outputs;         /* mask of OutputKind */
  Broadcast broadcast;
  const char *lang;      /* "vi" */
  const Document *translation_of, *replaces; /* or NULL */
  const Document *replaced_by;               /* or NULL */
  Moment publish, expires;
  Date review_by;
  gboolean is_draft, is_sample;

  Digest digest;         /* of the whole source */
  Digest matter_digest;  /* of its front matter */
  guint body_line;       /* line of the file on which the body starts */
  gsize body_offset;     /* bytes of the source before the body */
};

/* "bulletin" in templates and data, "bản tin" to people. */
const char *document_kind_id (DocumentKind kind);
const char *document_kind_word (DocumentKind kind);

/* After its last day a document is marked as expired and leaves the lists. */
gboolean document_is_expired (const Document *document, Moment now);

static inline gboolean
document_makes (const Document *document, OutputKind output)
{
  return (document->outputs & 1u << output) != 0;
}

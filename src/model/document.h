/* SPDX-License-Identifier: MIT */
/* A document: what an office wrote once, for every channel. The front matter, and the text where
 * there is room for it; the body is parsed by the worker that renders it (load/body.h), so that
 * trees live no longer than their pages. */
#pragma once

#include "base/arena.h"
#include "base/date.h"
#include "base/digest.h"
#include "base/source.h"
#include "model/campaign.h"
#include "model/official_kind.h"

typedef enum {
  KIND_BULLETIN,  /* bản tin */
  KIND_GUIDE,     /* hướng dẫn */
  KIND_LETTER,    /* công văn */
  KIND_CHECKLIST, /* biểu theo dõi */
  KIND_PAGE,      /* trang */
  KIND_PROGRAMME, /* chương trình phát thanh */
  KIND_QUESTION,  /* hỏi đáp: the title asks, the text answers */
  KIND_NOTICE,    /* thông báo: something happens on a day, at a place */
  N_KINDS
} DocumentKind;

typedef struct {
  const char *const *authority; /* "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH" */
  const char *title;            /* "PHÓ CHỦ TỊCH" */
  const char *name;             /* or NULL */
} Signer;

/* How a copy of a paper document is attested below it (Decree 30/2020, article 25). */
typedef struct {
  const char *form;     /* "SAO Y", "SAO LỤC", "TRÍCH SAO"; NULL: this is no copy */
  const Office *office; /* that copies */
  const char *number;   /* "15/SY-UBND", or NULL */
  Date date;
  const char *signed_at; /* as it is printed: of an electronic copy, which has a line at the top for
                            it all; or NULL */
  const char *const *copies;
  Signer signer;
} CopyMark;

typedef struct {
  const char *title;
  const char *target; /* URL, or an address from the root of the site */
  gboolean is_external;
} Attachment;

typedef struct {
  const char *const *times; /* "05:30" */
  Date from, until;
  guint slot_seconds;            /* 0: not said */
  const char *opening, *closing; /* or NULL */
} Broadcast;

/* Its last day: the first, where nobody said until when. */
Date broadcast_last_day (const Broadcast *broadcast);

/* "vi", "vi-VN" */
gboolean lang_is_vietnamese (const char *lang);

/* A stretch of days on which something is done, or happens. */
typedef struct {
  Date from, until;  /* unset: one day, or no end */
  const char *hours; /* or NULL */
} Phase;

/* What a guide or a notice says as data. Texts may name the office that speaks: who shows them
 * fills them (model/fact.h). Lists are never NULL, the rest may be. */
typedef struct {
  const char *const *needs; /* bạn cần có */
  const char *duration;     /* mất bao lâu */
  const char *fee;          /* lệ phí */
  const char *where;        /* ở đâu */
  const char *who;          /* ai làm được */
  const char *const *areas; /* khu vực: streets, hamlets it concerns */
  const char *hours;        /* giờ làm việc; NULL: that of the office */
  const char *const *help_points;
  const char *const *contacts;
} Details;

typedef struct {
  const char *name;   /* NULL: it is part of no series */
  const char *number; /* its place there, or NULL */
} Series;

typedef struct {
  const char *file;        /* from the root of the site once loaded; NULL: none */
  const char *description; /* for those who cannot see it */
} Cover;

/* A rule of the check (docs/checks.md) that is not held against this document. */
typedef struct {
  const char *code, *reason;
  Place place;
} Waiver;

/* A field of a site's own, for its templates. */
typedef struct {
  const char *key;          /* interned */
  const char *const *texts; /* ended by NULL; one, when it is no list */
  gboolean is_list;
} Extra;

/* Who approved the document as it was then (loa approve). */
typedef struct {
  const char *position, *digest; /* “Chánh Văn phòng”; NULL: nobody did */
  Date date;
  Place place;
  gboolean is_current; /* it is still what was approved */
} Approval;

/* Texts of the front matter that may name the office, and are filled for that of the document. */
enum { N_VOICED = 7 };

typedef struct Document Document;
struct Document {
  Arena *arena;         /* owns all texts below */
  const Source
    *source; /* what it was read from; NULL: not kept, load/site_source.h reads it again */
  const char *path;     /* of the source, from the site: "content/ban-tin/a.md" */
  const char *folder;   /* in which it stands, below content/: "ban-tin/2026/11", "" at the top */
  const char *section;  /* whose list it is in: "ban-tin"; "" at the top */
  const char *slug;     /* "a" */
  const char *href;     /* from the root of the site: "ban-tin/a.html" */
  DocumentKind kind;
  const char *title;
  const char *title_slug; /* by which it stands in the list from A to Z; NULL without a title */
  const char *summary;    /* or NULL */
  const Office *office;
  Date date;                     /* unset for pages and guides that do not say */
  const char *number;            /* "4907", or NULL */
  const char *symbol;            /* "UBND-NC", or NULL */
  const char *subject;           /* trích yếu, after V/v, or NULL */
  gboolean subject_begins_small; /* as it was written, though it has a capital here */
  const char *type; /* tên loại of a letter that is no công văn: "thông báo", or NULL */
  const OfficialKind *official;       /* what a letter is; NULL: this is none */
  gboolean number_waits, date_waits;  /* they are given after the signature */
  const char *issuer;                 /* who wires, invites, introduces: the office, or its head */
  const Office *const *joint_offices; /* who issues it with `office`; ended by NULL */
  const char *attached_to; /* “Quyết định số … của …” it is issued with, or NULL */
  const char *urgency;     /* "HỎA TỐC", or NULL */
  CopyMark copy_mark;
  gboolean has_contents;        /* a letter with a table of contents, where there is any to list */
  gboolean is_signed_digitally; /* no room for ink; the PDF has fields to sign */
  guint size;                   /* of a letter: 13 or 14 points, or 0 */
  const char *const *to;        /* kính gửi */
  const char *const *copies;    /* nơi nhận */
  Signer signer;                /* the last, who stands at the right */
  const Signer *signers;        /* all, from left to right */
  guint n_signers;
  const Attachment *attachments;
  guint n_attachments;
  const char *manual;            /* the address behind the QR code, or NULL */
  const char *const *distribute; /* as written */
  const Office *const *kits;     /* who gets a kit of its own, sorted by id */
  guint n_kits;
  guint64 products;          /* what it becomes: set of product_bit() (model/product.h) */
  gboolean chooses_products; /* its author said so, and will have them all */
  guint print_options;       /* and how that is printed where it may be: set of PrintOption */
  Broadcast broadcast;
  const Campaign *campaign; /* or NULL */
  const char *slogan;       /* its own, or that of the campaign, or NULL */
  const char *poster_title; /* what a poster says in place of the title, or NULL */
  Details details;
  Series series;
  Cover cover;
  const Phase *phases; /* đợt; of a notice: when it happens */
  guint n_phases;
  const Office *co_issuer; /* who issues it beside the office, or NULL */
  const char *const *keywords;
  const char *const *voiced;    /* N_VOICED texts as written, where they name the office, or NULL */
  const char *const *asked;     /* names its front matter needs of every office, or NULL */
  const Document *const *parts; /* whose texts stand in its own, also within each other */
  guint n_parts;
  const char *lang;                          /* "vi" */
  const Document *translation_of, *replaces; /* or NULL */
  const Document *replaced_by;               /* or NULL */
  Moment publish, expires;
  Date review_by;
  Date deadline;                /* of a checklist; unset: filled in by hand */
  gboolean expires_after_event; /* nobody said when: it does with the last day of its phases */
  gboolean is_draft, is_sample;
  gboolean is_urgent;               /* every page of the site says so, while it lives */
  gboolean is_whole_series;         /* made of the parts of one, to be read or printed at once */
  const char *menu;                 /* what it is called in the menu of every page, or NULL */
  const char *const *old_addresses; /* where it was once; from the root of the site once loaded */
  const Waiver *waivers;
  guint n_waivers;
  const Extra *extras; /* thêm */
  guint n_extras;
  Approval approval;

  Digest digest;          /* of the whole source */
  Digest matter_digest;   /* of its front matter */
  gboolean has_fragments; /* there may be links to headings in it */
  guint body_line;        /* line of the file on which the body starts */
  gsize body_offset;      /* bytes of the source before the body */
  gsize length;           /* bytes of the source */
};

/* "bulletin": in templates and data. */
const char *document_kind_id (DocumentKind kind);
/* "Bản tin": to people. */
const char *document_kind_word (DocumentKind kind);
/* The template of its page: "web/bulletin". */
const char *document_kind_template (DocumentKind kind);

/* The colour of what it becomes, “#rrggbb”: that of the campaign, which all who speak for it have
 * in common, or else of the office; NULL when neither has one. NULL is allowed. */
const char *document_colour (const Document *document);

/* The phase of a notice that is not over on `today`, the first of several; NULL when all are, and
 * for other kinds. */
const Phase *document_next_phase (const Document *document, Date today);
/* Its last day. */
Date phase_last_day (const Phase *phase);

/* For g_ptr_array_sort() over documents: the newest first, those of one day by their paths. */
int document_compare_newest (gconstpointer one, gconstpointer other);
/* The same for the parts of a series, as they are read: by their numbers, then by their days. */
int document_compare_parts (gconstpointer one, gconstpointer other);

/* The last day on which stations read it at `time` ("05:30"; "": at any): nothing is read once it
 * has expired. Before the first day when it never is. */
Date document_last_airing (const Document *document, const char *time);

/* TRUE when pages say something else tomorrow: “hôm nay” is another day's then. */
gboolean document_changes_tomorrow (const Document *document, Moment now);

/* After its last day a document is marked as expired and leaves the lists. */
gboolean document_is_expired (const Document *document, Moment now);

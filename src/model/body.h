/* SPDX-License-Identifier: MIT */
/* The body of a document: a CommonMark tree (cmark) with our marks on some nodes.
 *
 * cmark knows paragraphs, lists, emphasis; what it does not know – tables, task items, menu paths,
 * blocks for some channels – are custom nodes of the same tree, told apart by body_role(). What a
 * paragraph, a heading, a list means is a role as well, decided once, by load/roles.c: who makes
 * pages, sheets or scripts asks for the role, never for the words. A node has one role.
 *
 * Whoever walks the tree shares it read-only; cmark's getters and iterators do not write. */
#pragma once

#include <cmark.h>
#include <glib.h>

typedef enum {
  BODY_PLAIN,
  BODY_TABLE,      /* custom block; children are rows, the first is the header */
  BODY_ROW,        /* custom block; children are cells, as many as the header has */
  BODY_CELL,       /* custom block; children are inlines; detail: BodyAlign */
  BODY_CHANNEL,    /* custom block around blocks for some channels; detail: mask of BodyChannel */
  BODY_STEPS,      /* list: the steps of a guide */
  BODY_TOLD_STEPS, /* list: steps by the words before it; they are counted as such aloud only */
  BODY_TASK,       /* item that can be ticked; detail: TRUE when it is */
  BODY_ITEM,   /* item that is shown with the label it was written with; detail: body_label_detail()
                */
  BODY_FIGURE, /* paragraph that holds one image and nothing else */
  BODY_MENU,   /* custom inline; children are at least two BODY_LABELs */
  BODY_LABEL,  /* custom inline: one label on the way through an app's menus */
  BODY_STRUCK, /* custom inline: words that no longer hold, shown but not read out */
  BODY_FACT,   /* custom inline around one text: a value; detail: FactKind. Its on_enter is the tag
                  as it was written */
  BODY_NOTE, /* custom inline: the call of a footnote; detail: its number. Where it is called first
                its children are the text of the note */
  BODY_WARNING, /* quotation before the first heading */
  BODY_VARIANT, /* heading: one of several ways to do it, “Cách 1 …”, “Mức 2 …” */
  /* Lines of official documents (Decree 30/2020, annex I), in their order. */
  BODY_AUTHORITY, /* paragraph or heading in capitals: who decides */
  BODY_BASIS, /* paragraph: what a document rests on, “Căn cứ …;”, “Theo đề nghị của ….” */
  BODY_ORDERING, /* paragraph or heading: “QUYẾT ĐỊNH:”, “QUYẾT NGHỊ:” */
  BODY_PART,     /* heading or paragraph: “Phần thứ nhất”; detail: DivisionLine */
  BODY_CHAPTER,  /* heading or paragraph: “Chương I”, “Mục 1”; detail: DivisionLine */
  BODY_APPENDIX, /* heading: “Phụ lục I: Danh mục”, in letters of any size; a letter ends before it;
                    detail: bytes of its text before “:” or “.”, 0 when there is neither */
  BODY_ATTACHED, /* heading: the kind of a text that is issued with a decision, “QUY CHẾ”; a letter
                    ends before it, too */
  BODY_APPENDIX_TITLE, /* heading: the title of an appendix, where it stands below */
  BODY_BASE_LINE,      /* paragraph: what an appendix belongs to, “(Kèm theo …)” */
  BODY_CAPTION, /* paragraph: “Bảng 1. Số hộ” above its table or figure; detail: TRUE: below it */
  BODY_REFERENCE, /* link: to a table or figure by its number */
  BODY_BLANK,     /* paragraph that ends in dots to write on: “Chức vụ: ....” */
} BodyRole;

typedef enum { ALIGN_NONE, ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } BodyAlign;
/* The line that names a part or chapter, or the one below it with the title. */
typedef enum { LINE_LABEL, LINE_TITLE } DivisionLine;
typedef enum { CHANNEL_WEB = 1, CHANNEL_PRINT = 2, CHANNEL_LOA = 4 } BodyChannel;

/* What `node` is; BODY_PLAIN where cmark's type says all. */
static inline BodyRole
body_role (cmark_node *node)
{
  return GPOINTER_TO_UINT (cmark_node_get_user_data (node)) & 0x7f;
}

/* TRUE of a table or an appendix that was asked to lie on its side on paper. */
static inline gboolean
body_is_landscape (cmark_node *node)
{
  return (GPOINTER_TO_UINT (cmark_node_get_user_data (node)) & 0x80) != 0;
}

/* TRUE of what comes after the signature, an appendix or a text issued with the letter: it begins
 * on a page of its own. */
static inline gboolean
body_opens_annex (cmark_node *node)
{
  BodyRole role = body_role (node);
  return role == BODY_APPENDIX || role == BODY_ATTACHED;
}

/* What more there is to know; what it means depends on the role. 24 bits. */
static inline guint
body_detail (cmark_node *node)
{
  return GPOINTER_TO_UINT (cmark_node_get_user_data (node)) >> 8;
}

/* FALSE of a block for other channels than `channel`. */
static inline gboolean
body_is_for (cmark_node *node, BodyChannel channel)
{
  return body_role (node) != BODY_CHANNEL || (body_detail (node) & channel) != 0;
}

/* Gives `node` a role in place of the one it has; its line stays. Only while a body is loaded. */
static inline void
body_mark (cmark_node *node, BodyRole role, guint detail)
{
  guintptr line = (guintptr) cmark_node_get_user_data (node) & ~(guintptr) G_MAXUINT32;
  cmark_node_set_user_data (node, (gpointer) (line | role | detail << 8));
}

/* Asks that it lies on its side, once its role is settled. */
static inline void
body_mark_landscape (cmark_node *node)
{
  guintptr data = (guintptr) cmark_node_get_user_data (node);
  cmark_node_set_user_data (node, (gpointer) (data | 0x80));
}

/* Notes the line of the file on which a block starts. Where pointers have 32 bits there is no room
 * for it. */
static inline void
body_note_line (G_GNUC_UNUSED cmark_node *node, G_GNUC_UNUSED guint line)
{
#if GLIB_SIZEOF_VOID_P >= 8
  guintptr role = (guintptr) cmark_node_get_user_data (node) & G_MAXUINT32;
  cmark_node_set_user_data (node, (gpointer) (role | (guintptr) line << 32));
#endif
}

/* The line on which `node`, or the block around it, starts; 0 when it is not known. */
static inline guint
body_line (G_GNUC_UNUSED cmark_node *node)
{
#if GLIB_SIZEOF_VOID_P >= 8
  for (; node; node = cmark_node_parent (node)) {
    guintptr line = (guintptr) cmark_node_get_user_data (node) >> 32;
    if (line > 0)
      return (guint) line;
  }
#endif
  return 0;
}

/* Labels of items: a bullet, or a letter or number with what follows it. */
typedef enum {
  LABEL_NONE,
  LABEL_BULLET,         /* “+” */
  LABEL_LETTER_BRACKET, /* “a)” */
  LABEL_LETTER_STOP,    /* “a.” */
  LABEL_NUMBER_BRACKET, /* “1)” */
  LABEL_NUMBER_STOP,    /* “1.” */
  LABEL_CAPITAL_STOP,   /* “A.” */
  LABEL_ROMAN_STOP,     /* “IV.”; its value is the number */
} BodyLabel;

/* Kind and value (a number below two million, or a character) in 24 bits, and back. */
static inline guint
body_label_detail (BodyLabel kind, guint value)
{
  return kind << 21 | value;
}

static inline BodyLabel
body_label_kind (guint detail)
{
  return detail >> 21;
}

static inline guint
body_label_value (guint detail)
{
  return detail & 0x1fffff;
}

/* The label of an item as it was written, “a)”; NULL when it has none of its own. Caller frees. */
char *body_item_label (cmark_node *item);

/* The text inside of a node, without any marks: descriptions of pictures and what is in code are
 * part of it, footnotes are not, ends of lines are spaces, menu paths have “ → ” between their
 * labels. Caller frees.
 */
char *body_plain_text (cmark_node *node);

/* The node of the text that the inlines of `node` begin with, emphasis looked into; NULL where no
 * text stands there. */
cmark_node *body_first_text_node (cmark_node *node);
/* Its text alone, which may go on in the next node; "" where there is none. It belongs to the tree.
 */
const char *body_first_text (cmark_node *node);
/* The same of the text they end with. */
const char *body_last_text (cmark_node *node);
/* The caption of a table or a figure, which stands beside it; or NULL. */
cmark_node *body_caption_of (cmark_node *node);
/* TRUE for a title, or for words that announce what comes (“Các đơn vị sau:”): a paragraph, or the
 * last item of a list that is no more than that. On paper they stay with what follows. */
gboolean body_leads (cmark_node *node);

/* Appends the same of `node` itself: a label that follows another has the arrow before it. */
void body_add_text (cmark_node *node, GString *out);

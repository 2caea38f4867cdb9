/* SPDX-License-Identifier: MIT */
/* The pictures and fonts of a site, as sheets of paper ask for them. */
#pragma once

#include "press/pictures.h"
#include "print/typeset.h"

typedef struct {
  Site *site;
  Pictures *pictures;
} PaperFiles;

/* What typesetters ask; `files` must outlive it. Style sheets are found by others. */
PrintFiles paper_files_print (PaperFiles *files);

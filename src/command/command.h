/* SPDX-License-Identifier: MIT */
/* The commands of loa: one file each, one row each in the table of main.c. */
#pragma once

#include <stdio.h>

/* Exit status of every command. */
enum {
  EXIT_GOOD = 0,
  EXIT_CONTENT = 1, /* the content has errors; all of them were listed */
  EXIT_USAGE = 2,   /* wrong use */
  EXIT_SYSTEM = 3,  /* the system failed: disk, permissions */
};

/* argv[0] is the name of the command. Each prints its own errors and returns an exit status;
 * docs/loa.1 says what each takes. */
int command_approve (int argc, char **argv);  /* documents, as they are now */
int command_build (int argc, char **argv);    /* a site, and all that leaves the office */
int command_check (int argc, char **argv);    /* what is wrong with a site */
int command_diff (int argc, char **argv);     /* what changed between two sites */
int command_doctor (int argc, char **argv);   /* what this machine lacks */
int command_fill (int argc, char **argv);     /* one template with data */
int command_import (int argc, char **argv);   /* Word files become documents */
int command_new (int argc, char **argv);      /* a site or a document for somebody to write */
int command_pictures (int argc, char **argv); /* the drawings that are part of loa */
int command_qr (int argc, char **argv);       /* a code of a text */
int command_say (int argc, char **argv);      /* a text in spoken words */
int command_serve (int argc, char **argv);    /* a site in a browser while it is written */
int command_template (int argc, char **argv); /* the built-in templates */
int command_translations (int argc, char **argv); /* what of a site is not translated */
int command_typeset (int argc, char **argv);  /* a PDF of one print page */
int command_verify (int argc, char **argv);   /* a copy of a site against its sums */

/* Prints what a document can become: the table of products, in the language of the user. */
void outputs_print (FILE *stream);
